import { randomUUID } from 'node:crypto'
import { refusal } from '../http/refusal.ts'
import type { Archive } from '../session/archive/archive.ts'
import { describeArchive } from '../session/archive/describe.ts'
import type { ArchiveMessage } from '../session/archive/message.ts'
import type { Session } from '../session/session.ts'
import type { JsonObject } from '../wire/json.ts'
import { archiveBody } from './archive-body.ts'
import { linkToArchive } from './archive-link.ts'
import { ask, respond } from './ask.ts'
import { layout, selectionChange } from './composition-body.ts'
import { noContent, ok } from './endpoint.ts'
import type { Call, Endpoint } from './endpoint.ts'
import { paged, readPage } from './paging.ts'
import { read } from './read-body.ts'

/** An archive of the caller, and its session. */
interface Held {
  readonly session: Session
  readonly archive: Archive
}

const withoutMedia = 'the file has no media in it until the media router exists'
const notRecorded = 'kept; no picture is composed until the media router exists'

/** Recording sessions: starting, following, ending and deleting archives. */
export const archiveEndpoints: readonly Endpoint[] = [
  {
    method: 'POST',
    path: '/v2/project/:key/archive',
    support: 'shape',
    note: `states, limits, events and callbacks are those of the platform; ${withoutMedia}`,
    answer: (call) => {
      const body = read(archiveBody, call.body)
      if (!body.ok) return refusal(400, body)
      const { sessionId, start } = body.value
      const archive = randomUUID()
      return respond(ask(call, sessionId, { ...start, archive }), () =>
        withArchive(call, archive, (held) => {
          const { tag } = held.archive
          return ok({ ...described(call, held), ...(tag !== '' && { multiArchiveTag: tag }) })
        }),
      )
    },
  },
  {
    method: 'GET',
    path: '/v2/project/:key/archive',
    support: 'full',
    answer: (call) => {
      const page = readPage(call)
      if (!page.ok) return refusal(400, page)
      const sessionId = call.query('sessionId')
      const items = archivesOf(call)
        .filter(({ archive }) => archive.state.type !== 'deleted')
        .filter(({ session }) => !sessionId || session.id === sessionId)
        .toSorted((a, b) => b.archive.createdAt - a.archive.createdAt)
      return ok(
        paged(
          items.map((held) => described(call, held)),
          page.value,
        ),
      )
    },
  },
  {
    method: 'GET',
    path: '/v2/project/:key/archive/:archive',
    support: 'full',
    note: `\`url\` is good for ten minutes; ${withoutMedia} and it answers 501`,
    answer: (call) => withArchive(call, call.param('archive'), (held) => ok(described(call, held))),
  },
  {
    method: 'DELETE',
    path: '/v2/project/:key/archive/:archive',
    support: 'full',
    answer: (call) => tell(call, (archive) => ({ type: 'delete-archive', archive }), noContent),
  },
  {
    method: 'POST',
    path: '/v2/project/:key/archive/:archive/stop',
    support: 'full',
    note: 'has no effect on the archives of a session that is always archived, as on the platform',
    answer: (call) =>
      tell(
        call,
        (archive) => ({ type: 'stop-archive', archive }),
        () => withArchive(call, call.param('archive'), (held) => ok(described(call, held))),
      ),
  },
  {
    method: 'PUT',
    path: '/v2/project/:key/archive/:archive/layout',
    support: 'shape',
    note: notRecorded,
    answer: (call) => {
      const body = read(layout, call.body)
      if (!body.ok) return refusal(400, body)
      const message = (archive: string) =>
        ({ type: 'arrange-archive', archive, layout: body.value }) as const
      return tell(call, message, () => ok({}))
    },
  },
  {
    method: 'PATCH',
    path: '/v2/project/:key/archive/:archive/streams',
    support: 'shape',
    note: notRecorded,
    answer: (call) => {
      const body = read(selectionChange, call.body)
      if (!body.ok) return refusal(400, body)
      const message = (archive: string) =>
        ({ type: 'select-for-archive', archive, change: body.value }) as const
      return tell(call, message, noContent)
    },
  },
]

function archivesOf({ platform, account }: Call): readonly Held[] {
  return platform
    .list()
    .filter(({ key }) => key === account.key)
    .flatMap((session) => [...session.archives.values()].map((archive) => ({ session, archive })))
    .toReversed()
}

function withArchive(call: Call, id: string, answer: (held: Held) => Response): Response {
  const held = archivesOf(call).find(({ archive }) => archive.id === id)
  return held === undefined ? refusal(404, { message: 'There is no such archive' }) : answer(held)
}

/** Tells the session of the archive in the path what to do with it. */
function tell(
  call: Call,
  message: (archive: string) => ArchiveMessage,
  success: () => Response,
): Response {
  return withArchive(call, call.param('archive'), ({ session, archive }) =>
    respond(ask(call, session.id, message(archive.id)), success),
  )
}

function described({ origin, platform }: Call, { session, archive }: Held): JsonObject {
  const url = linkToArchive(session, archive, { origin, now: platform.clock.now() })
  return { ...describeArchive(session, archive), url }
}
