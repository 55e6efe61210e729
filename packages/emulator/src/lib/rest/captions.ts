import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { spokenLanguages } from '../session/captions/languages.ts'
import { refusal } from './refusal.ts'
import { describeCaptions } from '../session/captions/captions.ts'
import { ask, findOwned, ownSession, respond, sessionNotFound } from './ask.ts'
import { ok } from './endpoint.ts'
import type { Call, Endpoint } from './endpoint.ts'
import { readGuest } from './guests.ts'
import { callbackUrl, flag, integer, read, requiredText } from './read-body.ts'

const start = z.object({
  sessionId: requiredText(),
  token: requiredText(),
  languageCode: z
    .string('must be a string')
    .refine(
      (code) => spokenLanguages.has(code),
      'must be one of the languages of the platform, as in en-US',
    )
    .default('en-US'),
  maxDuration: integer(300, 14_400).default(14_400),
  partialCaptions: flag.default(true),
  statusCallbackUrl: callbackUrl,
})

const note =
  'what is said comes from `POST /_emulator/…/captions`, or from the recogniser the emulator was started with; none comes with it'

/** Live captions of a session. */
export const captionEndpoints: readonly Endpoint[] = [
  { method: 'POST', path: '/v2/project/:key/captions', support: 'shape', note, answer: begin },
  {
    method: 'POST',
    path: '/v2/project/:key/captions/:captions/stop',
    support: 'full',
    answer: (call) => {
      const id = call.param('captions')
      const session = findOwned(call, ({ captions }) => captions.has(id))
      const answer = ask(call, session?.id ?? '', { type: 'stop-captions', id })
      return respond(answer, () => ok({}, 202))
    },
  },
  {
    method: 'GET',
    path: '/v2/project/:key/captions/:captions',
    support: 'full',
    answer: (call) => {
      const id = call.param('captions')
      const session = findOwned(call, ({ captions }) => captions.has(id))
      const captions = session?.captions.get(id)
      if (session === undefined || captions === undefined) {
        return refusal(404, { message: 'There are no such captions' })
      }
      return ok(describeCaptions({ ...session, at: call.platform.clock.now() }, captions))
    },
  },
]

async function begin(call: Call): Promise<Response> {
  const body = read(start, call.body)
  if (!body.ok) return refusal(400, body)
  const { sessionId, token, ...settings } = body.value
  const session = ownSession(call, sessionId)
  if (session === undefined) return sessionNotFound()
  const guest = await readGuest(call, session, { token, needs: 'forcemute' })
  if (!guest.ok) return refusal(403, guest)
  const message = { type: 'start-captions', id: randomUUID(), settings } as const
  return respond(ask(call, sessionId, message), (answer) => ok(answer, 202))
}
