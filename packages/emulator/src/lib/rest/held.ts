import { refusal } from './refusal.ts'
import type { Message } from '../session/message.ts'
import type { Session } from '../session/session.ts'
import { ask, respond, sessionsOf } from './ask.ts'
import type { Call } from './endpoint.ts'

/** Something that a session of the caller holds. */
export interface Held<T> {
  readonly session: Session
  readonly item: T
}

interface Item {
  readonly id: string
  /** Milliseconds since the epoch. */
  readonly createdAt: number
}

/** Things of one kind in all sessions of the caller, as REST names and describes them. */
export interface Shelf<T extends Item> {
  /** What a refusal calls one of them. */
  readonly noun: string
  readonly in: (session: Session) => ReadonlyMap<string, T>
}

/** All there are, newest first; `sessionId` in the query asks for those of one session. */
export function listHeld<T extends Item>(call: Call, shelf: Shelf<T>): readonly Held<T>[] {
  const sessionId = call.query('sessionId')
  return sessionsOf(call)
    .filter(({ id }) => !sessionId || id === sessionId)
    .flatMap((session) => [...shelf.in(session).values()].map((item) => ({ session, item })))
    .toReversed()
    .toSorted((a, b) => b.item.createdAt - a.item.createdAt)
}

/** The one with that id, as it is now; `undefined` when the caller has none. */
function findHeld<T extends Item>(call: Call, id: string, shelf: Shelf<T>): Held<T> | undefined {
  for (const session of sessionsOf(call)) {
    const item = shelf.in(session).get(id)
    if (item !== undefined) return { session, item }
  }
  return undefined
}

/** Answers with the one with that id, or refuses because there is none. */
export function withHeld<T extends Item>(
  call: Call,
  id: string,
  { shelf, answer }: { readonly shelf: Shelf<T>; readonly answer: (held: Held<T>) => Response },
): Response {
  const held = findHeld(call, id, shelf)
  if (held === undefined) return refusal(404, { message: `There is no such ${shelf.noun}` })
  return answer(held)
}

interface Telling<T extends Item> {
  readonly shelf: Shelf<T>
  readonly message: (id: string) => Message
  /** Writes what has become of it. */
  readonly answer: (held: Held<T>) => Response
}

/** Asks the session of the one with that id for something. */
export function tellHeld<T extends Item>(
  call: Call,
  id: string,
  { shelf, message, answer }: Telling<T>,
): Response {
  const told = ({ session }: Held<T>) =>
    respond(ask(call, session.id, message(id)), () => withHeld(call, id, { shelf, answer }))
  return withHeld(call, id, { shelf, answer: told })
}
