import { randomUUID } from 'node:crypto'
import { refusal } from './refusal.ts'
import type { Broadcast } from '../session/broadcast/broadcast.ts'
import { describeBroadcast } from '../session/broadcast/describe.ts'
import type { JsonObject } from '../wire/json.ts'
import { ask, respond } from './ask.ts'
import { broadcastBody, broadcastStart } from './broadcast-body.ts'
import { layout, selectionChange } from './composition-body.ts'
import { noContent, ok } from './endpoint.ts'
import type { Endpoint } from './endpoint.ts'
import { listHeld, tellHeld, withHeld } from './held.ts'
import type { Held, Shelf } from './held.ts'
import { paged, readPage } from './paging.ts'
import { read } from './read-body.ts'

const shelf: Shelf<Broadcast> = { noun: 'broadcast', in: ({ broadcasts }) => broadcasts }

const needsFfmpeg = 'composed by FFmpeg; low latency means segments of one second, in whole'

/** Sending sessions live to people outside of them, over HLS and RTMP. */
export const broadcastEndpoints: readonly Endpoint[] = [
  {
    method: 'POST',
    path: '/v2/project/:key/broadcast',
    support: 'full',
    note: needsFfmpeg,
    answer: (call) => {
      const body = read(broadcastBody, call.body)
      if (!body.ok) return refusal(400, body)
      const id = randomUUID()
      const playlist = `${call.origin}/broadcasts/${call.account.key}/${id}/playlist.m3u8`
      const start = broadcastStart(body.value, { broadcast: id, playlist })
      const answer = (held: Held<Broadcast>) => {
        const { tag } = held.item
        return ok({ ...described(held), ...(tag !== '' && { multiBroadcastTag: tag }) })
      }
      return respond(ask(call, body.value.sessionId, start), () =>
        withHeld(call, id, { shelf, answer }),
      )
    },
  },
  {
    method: 'GET',
    path: '/v2/project/:key/broadcast',
    support: 'full',
    answer: (call) => {
      const page = readPage(call)
      if (!page.ok) return refusal(400, page)
      return ok(paged(listHeld(call, shelf).map(described), page.value))
    },
  },
  {
    method: 'GET',
    path: '/v2/project/:key/broadcast/:broadcast',
    support: 'full',
    answer: (call) => withHeld(call, call.param('broadcast'), { shelf, answer: show }),
  },
  {
    method: 'POST',
    path: '/v2/project/:key/broadcast/:broadcast/stop',
    support: 'full',
    answer: (call) =>
      tellHeld(call, call.param('broadcast'), {
        shelf,
        message: (broadcast) => ({ type: 'stop-broadcast', broadcast }),
        answer: show,
      }),
  },
  {
    method: 'PUT',
    path: '/v2/project/:key/broadcast/:broadcast/layout',
    support: 'full',
    answer: (call) => {
      const body = read(layout, call.body)
      if (!body.ok) return refusal(400, body)
      return tellHeld(call, call.param('broadcast'), {
        shelf,
        message: (broadcast) => ({ type: 'arrange-broadcast', broadcast, layout: body.value }),
        answer: show,
      })
    },
  },
  {
    method: 'PATCH',
    path: '/v2/project/:key/broadcast/:broadcast/streams',
    support: 'full',
    answer: (call) => {
      const body = read(selectionChange, call.body)
      if (!body.ok) return refusal(400, body)
      return tellHeld(call, call.param('broadcast'), {
        shelf,
        message: (broadcast) => ({ type: 'select-for-broadcast', broadcast, change: body.value }),
        answer: noContent,
      })
    },
  },
]

function show(held: Held<Broadcast>): Response {
  return ok(described(held))
}

function described({ session, item }: Held<Broadcast>): JsonObject {
  return describeBroadcast(session, item)
}
