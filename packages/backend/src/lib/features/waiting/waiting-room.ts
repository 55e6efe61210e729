import type { VideoApi } from '@ot-room/video-api'
import { quietRoute, route } from '../../api/route.ts'
import { pause } from '../../pause.ts'
import { BackendError } from '../../problem/backend-error.ts'
import { followPauses } from '../../rooms/follow-pauses.ts'
import { act } from '../../store/act.ts'
import type { Move } from '../../store/act.ts'
import type { Visit } from '../../visit/visit.ts'
import type { FeatureFor } from '../feature.ts'
import { asking, notFound, sessionIn } from '../platform/asking.ts'
import { allAdmitted, guestOf, judged, knocked, present } from './waiting-list.ts'
import type { Guest, Knock, WaitingList } from './waiting-list.ts'
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
 * host has spoken, or after 20 seconds. Hosts who are in the room hear a signal `ot-room:waiting`
 * with the number of those who wait.
 */
export function waitingRoom(video: Pick<VideoApi, 'connections' | 'signals'>): FeatureFor {
  return ({ store, rooms }) => {
    const decide = <Outcome>(
      room: string,
      think: (list: WaitingList, now: number) => Move<WaitingList, Outcome>,
    ) => act(store, keyOf(room), (list: WaitingList = [], now) => think(present(list, now), now))

    const put = (state: WaitingList) => ({ put: { state, lastsMs } })

    const knockOn = (room: string, knock: Knock) =>
      decide(room, (list, now): Move<WaitingList, Guest | undefined> => {
        const next = knocked(list, knock, now)
        if (next === undefined) return { outcome: undefined }
        return { outcome: guestOf(next, knock), ...put(next) }
      })

    const judge = async (room: string, word: { guest: string; state: Guest['state'] }) => {
      const found = await decide(room, (list, now): Move<WaitingList, boolean> => {
        const next = judged(list, word, now)
        return next === undefined ? { outcome: false } : { outcome: true, ...put(next) }
      })
      if (!found) throw notFound()
    }

    /** Waits for a host's word about somebody; gives up after a while, or when they have gone. */
    async function wordAbout({ room, signal }: Visit, knock: Knock): Promise<Guest | undefined> {
      let guest: Guest | undefined
      for (const ms of followPauses(longPollMs)) {
        await pause(ms)
        guest = await decide(room, (list) => ({ outcome: guestOf(list, knock) }))
        if (guest?.state !== 'waiting' || signal.aborted) break
      }
      return guest
    }

    async function tellHosts(room: string): Promise<void> {
      const session = await rooms.currentSession(room)
      if (session === undefined) return
      const waiting = await decide(room, (list) => ({ outcome: count(list) }))
      // Everybody in the room hears it, so it says how many, not who.
      await video.signals.send(session.sessionId, { type: 'ot-room:waiting', data: `${waiting}` })
    }

    return {
      name: 'waiting-room',

      async onJoin(visit, { ticket: brought, wait }) {
        const { room, role, name, visitor } = visit
        if (role === 'moderator') return
        const known = typeof brought === 'string' && brought.length <= 64
        const ticket = known ? brought : crypto.randomUUID()
        const knock = { id: crypto.randomUUID(), ticket, name, visitor }
        let guest = await knockOn(room, knock)
        // A room that nobody can be told about is one whose host is not there yet.
        if (guest?.id === knock.id) await tellHosts(room).catch(() => {})
        if (guest?.state === 'waiting' && wait === true) guest = await wordAbout(visit, knock)
        if (guest === undefined) {
          throw new BackendError('room-full', 'Too many are waiting. Try again later.', {
            retryAfter: 30,
          })
        }
        const { state } = guest
        switch (state) {
          case 'admitted':
            return
          case 'denied':
            throw new BackendError('denied', 'The host has not let you in.')
          case 'waiting':
            throw new BackendError('waiting', 'The host will let you in shortly.', {
              ticket: guest.ticket,
              retryAfter: 2,
            })
          default:
            throw state satisfies never
        }
      },

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
        quietRoute(admitOperation, ({ room }, { guest }) =>
          guest === undefined
            ? decide(room, (list, now) => ({ outcome: undefined, ...put(allAdmitted(list, now)) }))
            : judge(room, { guest, state: 'admitted' }),
        ),
        quietRoute(denyOperation, ({ room }, { guest }) => judge(room, { guest, state: 'denied' })),
        quietRoute(sendBackOperation, async ({ room }, { guest, connection }) => {
          await judge(room, { guest, state: 'waiting' })
          if (connection === undefined) return
          const { sessionId } = await sessionIn(rooms, room)
          await asking(() => video.connections.disconnect(sessionId, connection))
        }),
      ],
    }
  }
}

function count(list: WaitingList): number {
  return list.filter(({ state }) => state === 'waiting').length
}

function keyOf(room: string): string {
  return `waiting/${room}`
}
