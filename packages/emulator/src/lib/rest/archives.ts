import { randomUUID } from 'node:crypto'
import { refusal } from './refusal.ts'
import type { Archive } from '../session/archive/archive.ts'
import { describeArchive } from '../session/archive/describe.ts'
import type { JsonObject } from '../wire/json.ts'
import { archiveBody } from './archive-body.ts'
import { linkToArchive } from './archive-link.ts'
import { ask, respond } from './ask.ts'
import { layout, selectionChange } from './composition-body.ts'
import { noContent, ok } from './endpoint.ts'
import type { Call, Endpoint } from './endpoint.ts'
import { listHeld, tellHeld, withHeld } from './held.ts'
import type { Held, Shelf } from './held.ts'
import { paged, readPage } from './paging.ts'
import { read } from './read-body.ts'

const shelf: Shelf<Archive> = { noun: 'archive', in: ({ archives }) => archives }

const needsFfmpeg =
  'composed archives need FFmpeg; without it they fail with that reason, and their recordings stay'

/** Recording sessions: starting, following, ending and deleting archives. */
export const archiveEndpoints: readonly Endpoint[] = [
  {
    method: 'POST',
    path: '/v2/project/:key/archive',
    support: 'full',
    note: `states, limits, events and callbacks are those of the platform; ${needsFfmpeg}`,
    answer: (call) => {
      const body = read(archiveBody, call.body)
      if (!body.ok) return refusal(400, body)
      const { sessionId, start } = body.value
      const id = randomUUID()
      const answer = (held: Held<Archive>) => {
        const { tag } = held.item
        return ok({ ...described(call, held), ...(tag !== '' && { multiArchiveTag: tag }) })
      }
      return respond(ask(call, sessionId, { ...start, archive: id }), () =>
        withHeld(call, id, { shelf, answer }),
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
      const all = listHeld(call, shelf).filter(({ item }) => item.state.type !== 'deleted')
      const items = all.map((held) => described(call, held))
      return ok(paged(items, page.value))
    },
  },
  {
    method: 'GET',
    path: '/v2/project/:key/archive/:archive',
    support: 'full',
    note: '`url` is good for ten minutes',
    answer: (call) => withHeld(call, call.param('archive'), { shelf, answer: show(call) }),
  },
  {
    method: 'DELETE',
    path: '/v2/project/:key/archive/:archive',
    support: 'full',
    answer: (call) =>
      tellHeld(call, call.param('archive'), {
        shelf,
        message: (archive) => ({ type: 'delete-archive', archive }),
        answer: noContent,
      }),
  },
  {
    method: 'POST',
    path: '/v2/project/:key/archive/:archive/stop',
    support: 'full',
    note: 'has no effect on the archives of a session that is always archived, as on the platform',
    answer: (call) =>
      tellHeld(call, call.param('archive'), {
        shelf,
        message: (archive) => ({ type: 'stop-archive', archive }),
        answer: show(call),
      }),
  },
  {
    method: 'PUT',
    path: '/v2/project/:key/archive/:archive/layout',
    support: 'full',
    answer: (call) => {
      const body = read(layout, call.body)
      if (!body.ok) return refusal(400, body)
      return tellHeld(call, call.param('archive'), {
        shelf,
        message: (archive) => ({ type: 'arrange-archive', archive, layout: body.value }),
        // SDKs make an archive of the answer.
        answer: show(call),
      })
    },
  },
  {
    method: 'PATCH',
    path: '/v2/project/:key/archive/:archive/streams',
    support: 'full',
    answer: (call) => {
      const body = read(selectionChange, call.body)
      if (!body.ok) return refusal(400, body)
      return tellHeld(call, call.param('archive'), {
        shelf,
        message: (archive) => ({ type: 'select-for-archive', archive, change: body.value }),
        answer: noContent,
      })
    },
  },
]

function show(call: Call): (held: Held<Archive>) => Response {
  return (held) => ok(described(call, held))
}

function described({ origin, platform }: Call, { session, item }: Held<Archive>): JsonObject {
  const url = linkToArchive(session, item, { origin, now: platform.clock.now() })
  return { ...describeArchive(session, item), url }
}
