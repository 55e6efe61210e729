import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { refusal } from './refusal.ts'
import { describeRender } from '../session/composer/render.ts'
import { picture, voice } from '../session/guest/guest.ts'
import { ask, findOwned, ownSession, respond, sessionsOf } from './ask.ts'
import { noContent, ok } from './endpoint.ts'
import type { Call, Endpoint } from './endpoint.ts'
import { readGuest } from './guests.ts'
import { paged, readPage } from './paging.ts'
import {
  callbackUrl,
  httpUrl,
  integer,
  optionalText,
  read,
  requiredText,
  resolution,
} from './read-body.ts'

/** The platform's number for what is wrong with each field. */
const codes: Readonly<Record<string, number>> = {
  url: 50001,
  maxDuration: 50005,
  resolution: 50006,
  properties: 50007,
  sessionId: 50008,
}

const start = z.object({
  sessionId: requiredText(),
  token: requiredText(),
  url: httpUrl.refine((value) => value.length >= 15, 'must have at least 15 characters'),
  maxDuration: integer(60, 36_000).default(7200),
  resolution: resolution.default('1280x720'),
  properties: z.object({ name: optionalText(200) }, 'must be an object').nullish(),
  statusCallbackUrl: callbackUrl,
})

/** Experience Composer: web pages rendered into streams. */
export const renderEndpoints: readonly Endpoint[] = [
  {
    method: 'POST',
    path: '/v2/project/:key/render',
    support: 'shape',
    note: 'the page is not opened: its stream shows a test picture and is silent',
    answer: begin,
  },
  {
    method: 'GET',
    path: '/v2/project/:key/render',
    support: 'full',
    answer: (call) => {
      const page = readPage(call)
      if (!page.ok) return refusal(400, page)
      const renders = sessionsOf(call).flatMap((session) =>
        [...session.renders.values()].map((render) => ({ session, render })),
      )
      const newestFirst = renders.toSorted((a, b) => b.render.createdAt - a.render.createdAt)
      const described = newestFirst.map(({ session, render }) => describeRender(session, render))
      return ok(paged(described, page.value))
    },
  },
  { method: 'GET', path: '/v2/project/:key/render/:render', support: 'full', answer: show },
  {
    method: 'POST',
    path: '/v2/project/:key/render/:render',
    support: 'full',
    note: 'as GET; the PHP SDK asks so',
    answer: show,
  },
  {
    method: 'DELETE',
    path: '/v2/project/:key/render/:render',
    support: 'full',
    answer: (call) => {
      const id = call.param('render')
      const session = findOwned(call, ({ renders }) => renders.has(id))
      const answer = ask(call, session?.id ?? '', { type: 'stop-render', id })
      // The Python and PHP SDKs of OpenTok want 200; the platform of applications says 204.
      return respond(answer, (body) =>
        call.account.type === 'application' ? noContent() : ok(body),
      )
    },
  },
]

async function begin(call: Call): Promise<Response> {
  const body = read(start, call.body)
  if (!body.ok) {
    const code = codes[body.field ?? '']
    return refusal(400, { ...body, ...(code !== undefined && { code }) })
  }
  const { sessionId, token, properties, ...settings } = body.value
  const session = ownSession(call, sessionId)
  if (session === undefined) {
    return refusal(400, { message: 'There is no such session', code: codes['sessionId'] ?? 400 })
  }
  const guest = await readGuest(call, session, { token, needs: 'publish' })
  if (!guest.ok) return refusal(403, { ...guest, code: codeOf(guest.message) })

  const name = properties?.name ?? ''
  const [width = 1280, height = 720] = settings.resolution.split('x').map(Number)
  const answer = ask(call, sessionId, {
    type: 'start-render',
    id: randomUUID(),
    guest: guest.value,
    stream: {
      id: randomUUID(),
      name,
      channel: [picture({ width, height }), voice],
      act: { type: 'test', colour: 'purple' },
    },
    settings: { ...settings, name },
  })
  return respond(answer, (render) => ok(render, 202))
}

function show(call: Call): Response {
  const id = call.param('render')
  const session = findOwned(call, ({ renders }) => renders.has(id))
  const render = session?.renders.get(id)
  if (session === undefined || render === undefined) {
    return refusal(404, { message: 'There is no such render' })
  }
  return ok(describeRender(session, render))
}

/** The platform's number for what is wrong with a client token. */
function codeOf(message: string): number {
  if (/expired/.test(message)) return 10012
  if (/another session|belongs to/.test(message)) return 10007
  return /role/.test(message) ? 10002 : 10001
}
