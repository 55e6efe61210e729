import { Hono } from 'hono'
import { restTokenOf, verifyRestToken } from '../auth/rest-token.ts'
import type { Platform } from '../platform/platform.ts'
import { makeSessionId } from '../platform/session-id.ts'
import { createdSessionJson, createdSessionXml } from './created-session.ts'
import { refusal } from './refusal.ts'
import { readSessionOptions } from './session-options.ts'

export interface SessionCreateOptions {
  readonly log: (line: string) => void
}

/** `POST /session/create`: the one REST request that answers in JSON or XML. */
export function sessionCreate(platform: Platform, { log }: SessionCreateOptions): Hono {
  return new Hono().post('/session/create', async (context) => {
    const { accounts, clock } = platform
    const token = restTokenOf(context.req.raw.headers)
    const author = await verifyRestToken(token, { accounts, now: clock.now() })
    if (!author.ok) return refusal(403, author)
    if (author.value.type === 'administrator') {
      return refusal(403, { message: 'Sessions are created by a project or an application' })
    }

    const options = readSessionOptions(new URLSearchParams(await context.req.text()))
    if (!options.ok) return refusal(400, options)

    const { location, ...choices } = options.value
    const account = author.value
    const details = { ...choices, key: account.key, createdAt: clock.now() }
    const session = platform.create({ ...details, id: makeSessionId(details, location) })
    log(`session ${session.id} created, ${session.mediaMode}`)

    if (!/json/i.test(context.req.header('accept') ?? '')) {
      return context.body(createdSessionXml(session), 200, { 'content-type': 'text/xml' })
    }
    // The Python SDK compares the whole header, so a charset would make it read XML.
    const json = JSON.stringify(createdSessionJson(session, account))
    return context.body(json, 200, { 'content-type': 'application/json' })
  })
}
