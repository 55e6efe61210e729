import { refusal } from '../../rest/refusal.ts'
import type { ControlEndpoint } from './control-endpoint.ts'

/** What there is and what has happened. */
export const seeing: readonly ControlEndpoint[] = [
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
]

function noSession(): Response {
  return refusal(404, { message: 'There is no such session' })
}
