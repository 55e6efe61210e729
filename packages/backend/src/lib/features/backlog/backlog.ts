import { quietRoute, route } from '../../api/route.ts'
import { BackendError } from '../../problem/backend-error.ts'
import type { Secret } from '../../secrets/derived-key.ts'
import { act } from '../../store/act.ts'
import type { Move } from '../../store/act.ts'
import type { Visit } from '../../visit/visit.ts'
import type { FeatureFor } from '../feature.ts'
import { notFound } from '../platform/asking.ts'
import {
  backlogOperation,
  forgetOperation,
  handOperation,
  sayOperation,
  setValueOperation,
  unsayOperation,
} from './backlog-operations.ts'
import { blank, lowered, raised, said, unsaid, valued } from './backlog-state.ts'
import type { Author, Backlog } from './backlog-state.ts'
import { createPasses, passOver } from './passes.ts'
import type { Insider } from './passes.ts'

export interface BacklogOptions {
  /** Signs the passes of those who are inside. */
  readonly secret: Secret
  /** How many messages are kept, 1 to 1000, default 200; beyond 64 KiB fewer. */
  readonly messages?: number
  /** Seconds in which a pass holds, 60 to 86400, default 14400; joining again gives another. */
  readonly passLifetime?: number
  /** Seconds after which what nobody has added to is forgotten, 60 to 2592000, default 86400. */
  readonly keepFor?: number
}

/**
 * Keeps what latecomers have missed: messages, raised hands and the room's values, per meeting and
 * within bounds. Joining answers a `pass`, and only who shows one reads or writes; nothing tells those
 * who are there, since they hear it from each other. Throws TypeError for options that cannot be right.
 */
export function backlog(options: BacklogOptions): FeatureFor {
  const { secret, messages: most = 200, passLifetime = 14_400, keepFor = 86_400 } = options
  checkRange('messages', most, { min: 1, max: 1000 })
  checkRange('passLifetime', passLifetime, { min: 60, max: 86_400 })
  checkRange('keepFor', keepFor, { min: 60, max: 2_592_000 })
  const passes = createPasses(secret)

  return ({ store, remain }) => {
    const decide = <Outcome>(
      { sessionId }: Insider,
      think: (backlog: Backlog, now: number) => Move<Backlog, Outcome>,
    ) =>
      act(store, keyOf(sessionId), (state: Backlog | typeof ended = blank, now) => {
        if ('ended' in state) throw passOver()
        return think(state, now)
      })

    const kept = (state: Backlog | undefined) => ({ put: { state, lastsMs: keepFor * 1000 } })

    const change = (insider: Insider, next: (backlog: Backlog, now: number) => Backlog) =>
      decide(insider, (before, now) => ({ outcome: undefined, ...kept(next(before, now)) }))

    /** Changes what has room; throws what `refusal` makes where it has none. */
    async function changeIf(
      insider: Insider,
      next: (backlog: Backlog, now: number) => Backlog | undefined,
      refusal: () => BackendError,
    ): Promise<void> {
      const done = await decide(insider, (before, now): Move<Backlog, boolean> => {
        const after = next(before, now)
        return after === undefined ? { outcome: false } : { outcome: true, ...kept(after) }
      })
      if (!done) throw refusal()
    }

    /** Who shows a pass, unless a host has put them out since. */
    async function insiderOf(visit: Visit, pass: string): Promise<Insider> {
      const insider = await passes.read(pass, visit.room)
      await remain({ ...visit, visitor: insider.from })
      return insider
    }

    return {
      name: 'backlog',

      async onAdmitted({ room, name, visitor }, sessionId) {
        const from = visitor ?? crypto.randomUUID()
        const insider = { room, sessionId, from, ...(name !== undefined && { name }) }
        return { pass: await passes.issue(insider, passLifetime) }
      },

      // Not just forgotten: passes of this meeting hold for a while yet, and must not begin it anew.
      onRetired: (sessionId) =>
        act(store, keyOf(sessionId), () => ({
          outcome: undefined,
          put: { state: ended, lastsMs: passLifetime * 1000 },
        })),

      routes: [
        route(backlogOperation, async (visit, { pass }) => {
          const insider = await insiderOf(visit, pass)
          return view(await decide(insider, (outcome) => ({ outcome })))
        }),
        route(sayOperation, async (visit, { pass, text }) => {
          const insider = await insiderOf(visit, pass)
          const id = crypto.randomUUID()
          const at = await decide(insider, (before, now) => {
            const message = { id, ...authorOf(insider), text, at: now }
            return { outcome: now, ...kept(said(before, message, most)) }
          })
          return { message: id, at: isoTime(at) }
        }),
        quietRoute(unsayOperation, async (visit, { pass }) => {
          const insider = await insiderOf(visit, pass)
          const author = visit.role === 'moderator' ? undefined : insider.from
          const { message = '' } = visit.parameters
          await changeIf(insider, (before) => unsaid(before, message, author), notFound)
        }),
        quietRoute(handOperation, async (visit, { pass, raised: up, of }) => {
          const insider = await insiderOf(visit, pass)
          if (of !== undefined && of !== insider.from && (up || visit.role !== 'moderator')) {
            throw new BackendError('hosts-only', 'Only a host may lower the hand of another.')
          }
          if (!up) return change(insider, (before) => lowered(before, of ?? insider.from))
          return changeIf(
            insider,
            (before, now) => raised(before, { ...authorOf(insider), since: now }),
            full('hands are up'),
          )
        }),
        quietRoute(setValueOperation, async (visit, { pass, name, value }) => {
          const insider = await insiderOf(visit, pass)
          await changeIf(insider, (before) => valued(before, name, value), full('values are set'))
        }),
        quietRoute(forgetOperation, async (visit, { pass }) => {
          const insider = await insiderOf(visit, pass)
          await decide(insider, () => ({ outcome: undefined, put: { state: undefined } }))
        }),
      ],
    }
  }
}

/** What stands in the store for a meeting that is over. */
const ended = { ended: true } as const

function view({ messages, hands, values }: Backlog) {
  return {
    messages: messages.map(({ id, at, ...rest }) => ({ message: id, ...rest, at: isoTime(at) })),
    hands: hands.map(({ since, ...rest }) => ({ ...rest, since: isoTime(since) })),
    values: Object.entries(values).map(([name, value]) => ({ name, value })),
  }
}

function authorOf({ from, name }: Insider): Author {
  return { from, ...(name !== undefined && { name }) }
}

function full(what: string): () => BackendError {
  return () => new BackendError('conflict', `Too many ${what} in this room.`)
}

function isoTime(ms: number): string {
  return new Date(ms).toISOString()
}

function keyOf(sessionId: string): string {
  return `backlog/${sessionId}`
}

function checkRange(
  name: string,
  value: number,
  { min, max }: { readonly min: number; readonly max: number },
): void {
  if (Number.isInteger(value) && value >= min && value <= max) return
  throw new TypeError(`${name} is a whole number from ${min} to ${max}.`)
}
