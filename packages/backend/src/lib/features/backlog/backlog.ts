import { quietRoute, route } from '../../api/route.ts'
import { BackendError } from '../../problem/backend-error.ts'
import type { Secret } from '../../secrets/derived-key.ts'
import { act } from '../../store/act.ts'
import type { Move } from '../../store/act.ts'
import type { Insider, Visit } from '../../visit/visit.ts'
import type { FeatureFor } from '../feature.ts'
import { remain } from '../hooks.ts'
import { notFound } from '../platform/asking.ts'
import {
  backlogOperation,
  forgetOperation,
  handOperation,
  sayOperation,
  setValueOperation,
  unsayOperation,
} from './backlog-operations.ts'
import { blank, lowered, raised, removedAt, said, unsaid, valued } from './backlog-state.ts'
import type { Author, Backlog } from './backlog-state.ts'
import { createPasses, passExpired } from './passes.ts'
import type { PassHolder } from './passes.ts'

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
  // A secret that is too short stops the start, not the first join.
  createPasses(secret, undefined)

  return (place) => {
    const { store, scope, rooms } = place
    const passes = createPasses(secret, scope)

    const decide = <Outcome>(
      sessionId: string,
      think: (backlog: Backlog, now: number) => Move<Backlog, Outcome>,
    ) =>
      act(store, keyOf(sessionId), (state: Backlog | typeof ended = blank, now) => {
        if ('ended' in state) throw passExpired()
        return think(state, now)
      })

    const kept = (state: Backlog | undefined) => ({ put: { state, lastsMs: keepFor * 1000 } })

    const change = ({ sessionId }: Insider, next: (backlog: Backlog, now: number) => Backlog) =>
      decide(sessionId, (before, now) => ({ outcome: undefined, ...kept(next(before, now)) }))

    /** Changes what has room; throws what `refusal` makes where it has none. */
    async function changeIf(
      { sessionId }: Insider,
      next: (backlog: Backlog, now: number) => Backlog | undefined,
      refusal: () => BackendError,
    ): Promise<void> {
      const done = await decide(sessionId, (before, now): Move<Backlog, boolean> => {
        const after = next(before, now)
        return after === undefined ? { outcome: false } : { outcome: true, ...kept(after) }
      })
      if (!done) throw refusal()
    }

    /** Whoever shows a pass that is theirs, unless a host has put them out since. */
    async function holderOf(visit: Visit, pass: string): Promise<PassHolder> {
      const holder = await passes.read(pass, visit.room)
      const owner = holder.isMember ? holder.visitor : undefined
      if (owner !== visit.member) throw passExpired()
      if (holder.role === 'moderator' && visit.role !== 'moderator') throw passExpired()
      await remain(place, visit, holder)
      const since = await decide(holder.sessionId, ({ removed = {} }) => ({
        outcome: Object.hasOwn(removed, holder.visitor) ? removed[holder.visitor] : undefined,
      }))
      if (since !== undefined && since >= holder.since) throw passExpired()
      return holder
    }

    /** The same, of somebody who may send signals: what they keep here, others hear of by one. */
    async function speakerOf(visit: Visit, pass: string): Promise<PassHolder> {
      const holder = await holderOf(visit, pass)
      if (holder.role !== 'subscriber' && visit.role !== 'subscriber') return holder
      throw new BackendError('not-allowed', 'You may watch in this room, and not write.')
    }

    return {
      name: 'backlog',

      /** Whoever comes back in the same meeting is the author of what they have said before. */
      async onJoin({ room, member }, { pass }) {
        if (typeof pass !== 'string' || pass.length > longestPass || member !== undefined) {
          return undefined
        }
        const holder = await passes.read(pass, room).catch(() => undefined)
        if (holder === undefined || holder.isMember) return undefined
        const current = await rooms.currentSession(room)
        return current?.sessionId === holder.sessionId ? { visitor: holder.visitor } : undefined
      },

      async onAdmitted({ room, name, role, member, visitor, banKey }, sessionId) {
        const holder = {
          room,
          sessionId,
          visitor: visitor ?? crypto.randomUUID(),
          banKey,
          isMember: member !== undefined,
          role,
          ...(name !== undefined && { name }),
        }
        return { pass: await passes.issue(holder, passLifetime) }
      },

      async onRemoved({ room, visitor }) {
        const session = await rooms.currentSession(room)
        if (session === undefined || visitor === undefined) return
        await decide(session.sessionId, (before, now) => ({
          outcome: undefined,
          ...kept(removedAt(before, visitor, now)),
        }))
      },

      // Not just forgotten: passes of this meeting hold for a while yet, and must not begin it anew.
      onRetired: ({ sessionId }) =>
        act(store, keyOf(sessionId), () => ({
          outcome: undefined,
          put: { state: ended, lastsMs: passLifetime * 1000 },
        })),

      routes: [
        route(backlogOperation, async (visit, { pass }) => {
          const { sessionId } = await holderOf(visit, pass)
          return view(await decide(sessionId, (outcome) => ({ outcome })))
        }),
        route(sayOperation, async (visit, { pass, text }) => {
          const holder = await speakerOf(visit, pass)
          const id = crypto.randomUUID()
          const at = await decide(holder.sessionId, (before, now) => {
            const message = { id, ...authorOf(holder), text, at: now }
            return { outcome: now, ...kept(said(before, message, most)) }
          })
          return { message: id, at: isoTime(at) }
        }),
        quietRoute(unsayOperation, async (visit, { pass }) => {
          const holder = await holderOf(visit, pass)
          const author = visit.role === 'moderator' ? undefined : holder.visitor
          const { message = '' } = visit.parameters
          await changeIf(holder, (before) => unsaid(before, message, author), notFound)
        }),
        quietRoute(handOperation, async (visit, { pass, raised: up, of }) => {
          const holder = await speakerOf(visit, pass)
          const own = of === undefined || of === holder.visitor
          if (!own && (up || visit.role !== 'moderator')) {
            throw new BackendError('hosts-only', 'Only a host may lower the hand of another.')
          }
          if (!up) return change(holder, (before) => lowered(before, of ?? holder.visitor))
          return changeIf(
            holder,
            (before, now) => raised(before, { ...authorOf(holder), since: now }),
            full('hands are up'),
          )
        }),
        quietRoute(setValueOperation, async (visit, { pass, name, value }) => {
          const holder = await holderOf(visit, pass)
          await changeIf(holder, (before) => valued(before, name, value), full('values are set'))
        }),
        quietRoute(forgetOperation, async (visit, { pass }) => {
          const holder = await holderOf(visit, pass)
          await change(holder, ({ removed }) => ({ ...blank, ...(removed && { removed }) }))
        }),
      ],
    }
  }
}

/** Far longer than a pass can be. */
const longestPass = 2000

/** What stands in the store for a meeting that is over. */
const ended = { ended: true } as const

function view({ messages, hands, values }: Backlog) {
  return {
    messages: messages.map(({ id, at, ...rest }) => ({ message: id, ...rest, at: isoTime(at) })),
    hands: hands.map(({ since, ...rest }) => ({ ...rest, since: isoTime(since) })),
    values: Object.entries(values).map(([name, value]) => ({ name, value })),
  }
}

function authorOf({ visitor, name }: PassHolder): Author {
  return { from: visitor, ...(name !== undefined && { name }) }
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
