import { randomUUID } from 'node:crypto'
import type { Account } from '../platform/accounts.ts'
import type { Session } from '../session/session.ts'

/** A new session as the platform describes it in JSON: a list of one. */
export function createdSessionJson(session: Session, account: Account): readonly object[] {
  if (account.type === 'application') {
    return [
      {
        session_id: session.id,
        application_id: session.key,
        create_dt: ctime(session.createdAt),
        media_server_url: '',
      },
    ]
  }
  return [
    {
      session_id: session.id,
      project_id: session.key,
      partner_id: session.key,
      create_dt: ctime(session.createdAt),
      session_status: null,
      status_invalid: null,
      media_server_hostname: null,
      messaging_server_url: null,
      messaging_url: null,
      symphony_address: null,
      properties: null,
      ice_server: null,
      session_segment_id: randomUUID(),
      ice_servers: null,
      ice_credential_expiration: 86100,
    },
  ]
}

/** The same in XML, which SDKs that send no Accept header expect. Nothing in it needs escaping. */
export function createdSessionXml(session: Session): string {
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<sessions><Session>',
    `<session_id>${session.id}</session_id>`,
    `<partner_id>${session.key}</partner_id>`,
    `<create_dt>${ctime(session.createdAt)}</create_dt>`,
    '</Session></sessions>',
  ].join('')
}

/** A time as C writes it: `Sun Nov 22 21:00:00 UTC 2026`. */
function ctime(milliseconds: number): string {
  const [day, date, month, year, time] = new Date(milliseconds).toUTCString().split(/,? /)
  return [day, month, date, time, 'UTC', year].join(' ')
}
