import { handle } from '../session/handle.ts'
import type { Message } from '../session/message.ts'
import type { Answer, Effect } from '../session/outcome.ts'
import { emptySession } from '../session/session.ts'
import type { Session, SessionDetails } from '../session/session.ts'
import type { Accounts } from './accounts.ts'
import { createSwitchboard } from './switchboard.ts'
import type { Switchboard } from './switchboard.ts'

/** The sessions there are, and the one way to change them. */
export interface Platform {
  readonly accounts: Accounts
  readonly switchboard: Switchboard
  create(details: SessionDetails): Session
  find(sessionId: string): Session | undefined
  list(): readonly Session[]
  /** Lets the session handle a message and carries out what follows. */
  dispatch(sessionId: string, dispatched: Dispatched): void
  /** Forgets every session. */
  clear(): void
}

/** A message on its way into a session. */
export interface Dispatched {
  readonly from: string
  readonly message: Message
  /** Hears the answer before anybody hears anything else. */
  readonly reply?: (answer: Answer) => void
}

export function createPlatform(accounts: Accounts): Platform {
  const sessions = new Map<string, Session>()
  const switchboard = createSwitchboard()

  const perform = (sessionId: string, effect: Effect, reply: Dispatched['reply']) => {
    switch (effect.type) {
      case 'answer':
        return reply?.(effect)
      case 'push':
        return switchboard.line(sessionId, effect.to)?.push(effect.from, effect.message)
      case 'hang-up':
        switchboard.line(sessionId, effect.connection)?.hangUp()
        return switchboard.unplug(sessionId, effect.connection)
      default:
        return effect satisfies never
    }
  }

  return {
    accounts,
    switchboard,
    create: (details) => {
      const session = emptySession(details)
      sessions.set(session.id, session)
      return session
    },
    find: (sessionId) => sessions.get(sessionId),
    list: () => [...sessions.values()],
    dispatch: (sessionId, { from, message, reply }) => {
      const session = sessions.get(sessionId)
      if (session === undefined) {
        return reply?.({
          type: 'answer',
          status: 404,
          body: { reason: 'There is no such session' },
        })
      }
      const outcome = handle(session, from, message)
      sessions.set(sessionId, outcome.session)
      for (const effect of outcome.effects) perform(sessionId, effect, reply)
    },
    clear: () => sessions.clear(),
  }
}
