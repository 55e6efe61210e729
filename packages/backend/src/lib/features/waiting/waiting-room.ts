import type { VideoApi } from '@ot-room/video-api'
import { quietRoute, route } from '../../api/route.ts'
import { pause } from '../../pause.ts'
import { BackendError } from '../../problem/backend-error.ts'
import { followPauses } from '../../rooms/follow-pauses.ts'
import { act } from '../../store/act.ts'
import type { Move } from '../../store/act.ts'
import type { Visit } from '../../visit/visit.ts'
import type { FeatureFor } from '../feature.ts'
import { removed } from '../hooks.ts'
import { asking, notFound, sessionIn } from '../platform/asking.ts'
import { tellEverybody } from '../platform/tell-everybody.ts'
import {
  afterMeeting,
  allAdmitted,
  decided,
  isAdmitted,
  joined,
  knocked,
  present,
  withNewTickets,
  withoutVisitor,
} from './waiting-list.ts'
import type { Decision, Knock, WaitingList, WaitingVisitor } from './waiting-list.ts'
import {
  admitOperation,
  denyOperation,
  sendBackOperation,
  waitingOperation,
} from './waiting-operations.ts'

const lastsMs = 24 * 3_600_000

/** How long a join that wants to wait is kept waiting. */
const longPollMs = 20_000

/**
 * Nobody but hosts gets a token before a host has let them in. A join is answered 409 `waiting` with
 * a `ticket`; the next one brings it in its body, and with `"wait": true` is answered as soon as a
 * host has spoken, or after 20 seconds. A ticket is good for one join, of whoever was given it, under the name
 * that the host has read, in the meeting that goes on; the answer has another, for coming back. Hosts who are in
 * the room hear a signal `ot-room-waiting` with the number of those who wait.
 */
export function waitingRoom(video: Pick<VideoApi, 'connections' | 'signals'>): FeatureFor {
  return (place) => {
    const { store, rooms } = place
    const decide = <Outcome>(
      room: string,
      think: (list: WaitingList, now: number) => Move<WaitingList, Outcome>,
    ) => act(store, keyOf(room), (list: WaitingList = [], now) => think(present(list, now), now))

    const put = (list: WaitingList) => ({
      put: { state: list.length === 0 ? undefined : list, lastsMs },
    })

    const change = (room: string, next: (list: WaitingList) => WaitingList) =>
      decide(room, (list) => ({ outcome: undefined, ...put(next(list)) }))

    const meetingOf = async (room: string) => (await rooms.currentSession(room))?.sessionId

    async function knockOn(room: string, knock: Knock): Promise<Answer | undefined> {
      const fresh = { id: crypto.randomUUID(), ticket: crypto.randomUUID() }
      return decide(room, (list, now): Move<WaitingList, Answer | undefined> => {
        const next = knocked(list, { ...knock, fresh }, now)
        if (next === undefined) return { outcome: undefined }
        const { visitor } = next
        const outcome = { visitor, isNew: visitor.id === fresh.id }
        // Whoever is decided about, and asks again, changes nothing.
        return visitor.state === 'waiting' ? { outcome, ...put(next.list) } : { outcome }
      })
    }

    const decideAbout = async (room: string, word: Omit<Decision, 'sessionId'>) => {
      const sessionId = word.state === 'admitted' ? await meetingOf(room) : undefined
      const found = await decide(room, (list, now): Move<WaitingList, boolean> => {
        const next = decided(list, { ...word, sessionId }, now)
        return next === undefined ? { outcome: false } : { outcome: true, ...put(next) }
      })
      if (!found) throw notFound()
    }

    /**
     * Waits for a host's word about somebody; gives up after a while, when they have gone, or when a later
     * request of theirs waits instead.
     */
    async function wordAbout(
      { room, signal }: Visit,
      { visitor: { id, poll } }: Answer,
    ): Promise<WaitingVisitor | undefined> {
      let found: WaitingVisitor | undefined
      for (const ms of followPauses(longPollMs)) {
        await pause(ms)
        found = await decide(room, (list) => ({ outcome: list.find((one) => one.id === id) }))
        if (found?.state !== 'waiting' || found.poll !== poll || signal.aborted) break
      }
      return found
    }

    /** Uses a ticket up, once there is a session to use it for. */
    async function use(
      room: string,
      { id, ticket }: WaitingVisitor,
      seat: Pick<WaitingVisitor, 'visitor' | 'sessionId'>,
    ): Promise<object> {
      const nextTicket = crypto.randomUUID()
      const isIn = await decide(room, (list, now): Move<WaitingList, boolean> => {
        const next = joined(list, { ...seat, id, ticket, nextTicket }, now)
        return next === undefined ? { outcome: false } : { outcome: true, ...put(next) }
      })
      if (isIn) return { ticket: nextTicket }
      throw new BackendError('conflict', 'This ticket has just been used. Ask to join again.')
    }

    async function tellHosts(room: string): Promise<void> {
      const session = await rooms.currentSession(room)
      if (session === undefined) return
      const waiting = await decide(room, (list) => ({ outcome: count(list) }))
      // Everybody in the room hears it, so it says how many, not who.
      const type = 'ot-room-waiting'
      await tellEverybody(place, video, { ...session, type, data: `${waiting}` })
    }

    return {
      name: 'waiting-room',

      async onJoin(visit, { ticket, wait }) {
        const { room, role, name, member, banKey } = visit
        if (role === 'moderator') return undefined
        const answer = await knockOn(room, {
          ticket: ticketIn(ticket),
          name,
          member,
          banKey,
          sessionId: await meetingOf(room),
          poll: wait === true ? crypto.randomUUID() : undefined,
        })
        if (answer === undefined) {
          throw new BackendError('room-full', 'Too many are waiting. Try again later.', {
            retryAfter: 30,
          })
        }
        // A room that nobody can be told about is one whose host has not joined yet.
        if (answer.isNew) await tellHosts(room)
        const waits = wait === true && answer.visitor.state === 'waiting'
        const found = waits ? await wordAbout(visit, answer) : answer.visitor
        const admitted = found ?? answer.visitor
        refuse(admitted)
        return {
          name: admitted.name,
          visitor: visit.visitor ?? crypto.randomUUID(),
          onAdmitted: ({ visitor }, sessionId) => use(room, admitted, { visitor, sessionId }),
        }
      },

      async onRemain({ room, role }, insider) {
        if (role === 'moderator') return
        const stays = await decide(room, (list) => ({ outcome: isAdmitted(list, insider) }))
        if (!stays) throw new BackendError('pass-invalid', 'A host has to let you in first.')
      },

      onRemoved: ({ room, visitor }) =>
        change(room, (list) =>
          visitor === undefined ? withNewTickets(list) : withoutVisitor(list, visitor),
        ),

      onRetired: ({ room }) => change(room, afterMeeting),

      routes: [
        route(waitingOperation, async ({ room }) => {
          const list = await decide(room, (list) => ({ outcome: list }))
          const guests = list.flatMap(({ id, name, state, since }) =>
            state === 'waiting'
              ? { guest: id, since: new Date(since).toISOString(), ...(name && { name }) }
              : [],
          )
          return { guests }
        }),
        quietRoute(admitOperation, async ({ room }, { guest }) => {
          if (guest !== undefined) {
            return decideAbout(room, { visitor: guest, state: 'admitted' })
          }
          const sessionId = await meetingOf(room)
          return decide(room, (list, now) => ({
            outcome: undefined,
            ...put(allAdmitted(list, sessionId, now)),
          }))
        }),
        quietRoute(denyOperation, ({ room }, { guest }) =>
          decideAbout(room, { visitor: guest, state: 'denied' }),
        ),
        quietRoute(sendBackOperation, async ({ room }, { guest, visitor, connection }) => {
          if (guest !== undefined) await decideAbout(room, { visitor: guest, state: 'waiting' })
          else if (visitor !== undefined) await removed(place, { room, visitor })
          else throw new BackendError('body-invalid', '"guest" or "visitor" must say who it is.')
          if (connection === undefined) return
          const { sessionId } = await sessionIn(rooms, room)
          await asking(() => video.connections.disconnect(sessionId, connection))
        }),
      ],
    }
  }
}

/** Whoever has knocked, and whether that was for the first time. */
interface Answer {
  readonly visitor: WaitingVisitor
  readonly isNew: boolean
}

/** Throws BackendError for everybody whom no host has admitted. */
function refuse({ state, ticket }: WaitingVisitor): void {
  switch (state) {
    case 'admitted':
      return
    case 'denied':
      throw new BackendError('denied', 'The host has not let you in.')
    case 'waiting':
      throw new BackendError('waiting', 'The host will let you in shortly.', {
        ticket,
        retryAfter: 2,
      })
    default:
      throw state satisfies never
  }
}

function ticketIn(given: unknown): string | undefined {
  return typeof given === 'string' && given.length <= 64 ? given : undefined
}

function count(list: WaitingList): number {
  return list.filter(({ state }) => state === 'waiting').length
}

function keyOf(room: string): string {
  return `waiting/${room}`
}
