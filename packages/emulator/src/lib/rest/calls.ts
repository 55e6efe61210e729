import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { refusal } from './refusal.ts'
import { picture, voice } from '../session/guest/guest.ts'
import { ask, ownSession, respond, sessionNotFound } from './ask.ts'
import { ok } from './endpoint.ts'
import type { Call, Endpoint } from './endpoint.ts'
import { readGuest } from './guests.ts'
import { flag, optionalText, read, requiredText, text } from './read-body.ts'

const dialing = z.object({
  sessionId: requiredText(),
  token: requiredText(),
  sip: z.object(
    {
      uri: requiredText(2048).regex(/^sips?:.+/i, 'must be a SIP URI, as in sip:user@example.com'),
      from: optionalText(2048),
      headers: z.record(z.string(), text(2048), 'must be an object of strings').nullish(),
      auth: z
        .object(
          { username: requiredText(), password: text(4096) },
          'must have username and password',
        )
        .nullish(),
      secure: flag.nullish(),
      video: flag.nullish(),
      observeForceMute: flag.nullish(),
      streams: z.array(requiredText(), 'must be a list of stream ids').nullish(),
    },
    'must be an object',
  ),
})

const tones = z.object({
  digits: requiredText(1024).regex(/^[0-9*#p]+$/, 'must be made of 0 to 9, *, # and p'),
})

const dialToneHertz = 425

const note =
  'the far end is simulated: it rings, answers and beeps, with a test picture for `video`; a user of three digits, as in `sip:486@example.com`, refuses with that status. It hears nothing'

/** Telephone calls over SIP. */
export const callEndpoints: readonly Endpoint[] = [
  { method: 'POST', path: '/v2/project/:key/dial', support: 'shape', note, answer: dial },
  {
    method: 'POST',
    path: '/v2/project/:key/call',
    support: 'shape',
    note: 'as `/dial`; the PHP SDK calls it so',
    answer: dial,
  },
  {
    method: 'POST',
    path: '/v2/project/:key/session/:session/play-dtmf',
    support: 'shape',
    note: 'kept with every call of the session; no sound passes',
    answer: (call) => play(call),
  },
  {
    method: 'POST',
    path: '/v2/project/:key/session/:session/connection/:connection/play-dtmf',
    support: 'shape',
    note: 'kept with the call; no sound passes',
    answer: (call) => play(call, call.param('connection')),
  },
]

async function dial(call: Call): Promise<Response> {
  const body = read(dialing, call.body)
  if (!body.ok) return refusal(400, body)
  const { sessionId, token, sip } = body.value
  const session = ownSession(call, sessionId)
  if (session === undefined) return sessionNotFound()
  const guest = await readGuest(call, session, { token, needs: 'publish' })
  if (!guest.ok) return refusal(403, guest)

  const id = randomUUID()
  const isVideo = sip.video === true
  const channel = isVideo ? [picture({ width: 640, height: 480 }), voice] : [voice]
  const [, failure] = /^sips?:([3-6]\d\d)@/i.exec(sip.uri) ?? []
  const answer = ask(call, sessionId, {
    type: 'dial',
    id,
    guest: guest.value,
    stream: {
      id: randomUUID(),
      name: sip.from ?? '',
      channel,
      act: { type: 'test', hertz: dialToneHertz, ...(isVideo && { colour: 'teal' }) },
    },
    observesForceMute: sip.observeForceMute === true,
    ...(failure !== undefined && { refusal: Number(failure) }),
  })
  return respond(answer, ok)
}

function play(call: Call, connection?: string): Response {
  const body = read(tones, call.body)
  if (!body.ok) return refusal(400, body)
  const { digits } = body.value
  const to = connection === undefined ? {} : { connection }
  const answer = ask(call, call.param('session'), { type: 'play-digits', digits, ...to })
  return respond(answer, () => ok({}))
}
