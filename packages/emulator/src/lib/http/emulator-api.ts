import { Hono } from 'hono'
import type { Context } from 'hono'
import { z } from 'zod'
import type { Controls } from '../control/controls.ts'
import { audibleHertz } from '../control/participant.ts'
import { EmulatorError } from '../error.ts'
import { read, requiredText, text } from '../rest/read-body.ts'
import { readSeed } from '../seed/read-seed.ts'
import { namesLoopback } from '../network/loopback.ts'
import { colours } from '../session/guest/act.ts'
import { refusal } from '../rest/refusal.ts'

const spoken = z.object({
  streamId: requiredText(),
  text: text(8192),
  isFinal: z.boolean('must be true or false').exactOptional(),
})

const participant = z.object({
  name: text(200).exactOptional(),
  data: text(1000).exactOptional(),
  colour: z.enum(colours, `must be one of ${colours.join(', ')}`).exactOptional(),
  hertz: z
    .number('must be a number')
    .min(audibleHertz.least, `must be at least ${audibleHertz.least}`)
    .max(audibleHertz.most, `must be at most ${audibleHertz.most}`)
    .exactOptional(),
})

const impairment = z
  .object({
    kilobitsPerSecond: z.number('must be a number').min(0, 'must not be negative').exactOptional(),
    loss: z
      .number('must be a number')
      .min(0, 'must be 0 to 1')
      .max(1, 'must be 0 to 1')
      .exactOptional(),
    delayMs: z.number('must be a number').min(0, 'must not be negative').exactOptional(),
    jitterMs: z.number('must be a number').min(0, 'must not be negative').exactOptional(),
  })
  .exactOptional()

const network = z.object({ up: impairment, down: impairment })

/** One request of the emulator's own API, which the real platform does not have. */
interface ControlEndpoint {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  /** For the README. */
  readonly does: string
  readonly answer: (controls: Controls, context: Context) => Response | Promise<Response>
}

export const controlEndpoints: readonly ControlEndpoint[] = [
  {
    method: 'GET',
    path: '/_emulator/sessions',
    does: 'every session: who is in it, what they publish and watch',
    answer: (controls) => Response.json({ sessions: controls.sessions() }),
  },
  {
    method: 'GET',
    path: '/_emulator/sessions/:session',
    does: 'one session',
    answer: (controls, context) => {
      const wanted = context.req.param('session')
      const session = controls.sessions().find(({ sessionId }) => sessionId === wanted)
      return session === undefined ? noSession() : Response.json(session)
    },
  },
  {
    method: 'GET',
    path: '/_emulator/sessions/:session/messages',
    does: 'the latest 500 messages of its clients and of REST, and how each was answered',
    answer: (controls, context) =>
      Response.json({ messages: controls.messages(context.req.param('session') ?? '') }),
  },
  {
    method: 'GET',
    path: '/_emulator/callbacks',
    does: 'the latest 1,000 callbacks and what became of them, also those nobody registered for',
    answer: (controls) => Response.json({ callbacks: controls.callbacks() }),
  },
  {
    method: 'POST',
    path: '/_emulator/sessions/:session/captions',
    does: 'says `{streamId, text, isFinal}` in a stream, for those who want captions',
    answer: async (controls, context) => {
      const asked = read(spoken, await readBody(context))
      if (!asked.ok) return refusal(400, asked)
      return unlessRefused(() => {
        const receivers = controls.caption(context.req.param('session') ?? '', asked.value)
        return Response.json({ receivers })
      })
    },
  },
  {
    method: 'POST',
    path: '/_emulator/sessions/:session/participants',
    does: 'brings somebody into a routed session whom nobody sits behind, with a moving picture and a beeping tone: `{name, data, colour, hertz}`, all of which may be left out',
    answer: async (controls, context) => {
      const asked = read(participant, (await readBody(context)) ?? {})
      if (!asked.ok) return refusal(400, asked)
      return unlessRefused(() => {
        const added = controls.addParticipant(context.req.param('session') ?? '', asked.value)
        const { connectionId, streamId } = added
        return Response.json({ connectionId, streamId }, { status: 201 })
      })
    },
  },
  {
    method: 'DELETE',
    path: '/_emulator/sessions/:session/participants/:connection',
    does: 'takes such a participant out',
    answer: (controls, context) =>
      unlessRefused(() => {
        const [session, connection] = [
          context.req.param('session'),
          context.req.param('connection'),
        ]
        controls.removeParticipant(session ?? '', connection ?? '')
        return new Response(null, { status: 204 })
      }),
  },
  {
    method: 'POST',
    path: '/_emulator/connections/:connection/network',
    does: 'makes the network of a client in a routed session bad: `{up, down}`, each of `{kilobitsPerSecond, loss, delayMs, jitterMs}`; `{}` makes it good again',
    answer: async (controls, context) => {
      const asked = read(network, await readBody(context))
      if (!asked.ok) return refusal(400, asked)
      return unlessRefused(() => {
        controls.impair(context.req.param('connection') ?? '', asked.value)
        return new Response(null, { status: 204 })
      })
    },
  },
  {
    method: 'POST',
    path: '/_emulator/archives/:archive/fail',
    does: 'lets an archive fail that is being recorded',
    answer: (controls, context) =>
      unlessRefused(() => {
        controls.failArchive(context.req.param('archive') ?? '')
        return new Response(null, { status: 204 })
      }),
  },
  {
    method: 'POST',
    path: '/_emulator/seed',
    does: 'adds projects, callbacks and sessions; the body is a seed file',
    answer: async (controls, context) => {
      const seed = await readBody(context)
      if (seed === undefined) return refusal(400, { message: 'The seed must be JSON' })
      try {
        controls.seed(readSeed(seed))
      } catch (error) {
        if (!(error instanceof EmulatorError)) throw error
        return refusal(400, { message: error.message })
      }
      return new Response(null, { status: 204 })
    },
  },
  {
    method: 'POST',
    path: '/_emulator/reset',
    does: 'ends every client and goes back to the start',
    answer: async (controls) => {
      await controls.reset()
      return new Response(null, { status: 204 })
    },
  },
  {
    method: 'POST',
    path: '/_emulator/crash-media',
    does: 'ends the media router as a fault in it would; media of routed sessions comes back by itself',
    answer: (controls) => {
      controls.crashMedia()
      return new Response(null, { status: 204 })
    },
  },
  {
    method: 'POST',
    path: '/_emulator/drop-sockets',
    does: "breaks every client's socket as a network fault would",
    answer: (controls) => {
      controls.dropSockets()
      return new Response(null, { status: 204 })
    },
  },
]

export function emulatorApi(controls: Controls): Hono {
  const api = new Hono()

  // Any page of the web could post here; only pages of this machine may.
  api.use('/_emulator/*', async (context, next) => {
    const origin = context.req.header('origin')
    if (origin === undefined || namesLoopback(origin)) return next()
    return refusal(403, { message: 'Only pages of this machine may control the emulator' })
  })
  for (const { method, path, answer } of controlEndpoints) {
    api.on(method, path, (context) => answer(controls, context))
  }
  return api
}

function unlessRefused(answer: () => Response): Response {
  try {
    return answer()
  } catch (error) {
    if (!(error instanceof EmulatorError)) throw error
    return refusal(409, { message: error.message })
  }
}

async function readBody(context: Context): Promise<unknown> {
  try {
    return await context.req.json()
  } catch {
    return undefined
  }
}

function noSession(): Response {
  return refusal(404, { message: 'There is no such session' })
}
