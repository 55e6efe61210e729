import type { SessionApi } from '@ot-room/video-api'
import type { BackendSettings } from '../backend-options.ts'
import { BackendError } from '../problem/backend-error.ts'
import type { RoomSession } from '../rooms/room-session.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { TakeSeat } from '../rooms/seats.ts'
import type { JoinVisit, Visit } from '../visit/visit.ts'
import type { Credentials } from './credentials.ts'

/** A token that expires sooner could not be used. */
const shortestToken = 30

/** What joining takes, apart from a visitor. */
export interface JoinContext extends Pick<BackendSettings, 'video' | 'proxyUrl' | 'visitors'> {
  /** Like that of `video`, but not while the platform is known to be down. */
  readonly createSession: SessionApi['createSession']
  readonly rooms: Rooms
  readonly takeSeat: TakeSeat | undefined
}

/** Makes the credentials of someone who may come in, or throws BackendError when the room may not be entered now. */
export async function joinRoom(context: JoinContext, visit: JoinVisit): Promise<Credentials> {
  const { video, proxyUrl } = context
  const { room, role, name, visitor, stopwatch } = visit
  const lifetime = tokenLifetime(visit)
  stopwatch.begin('room')
  const { sessionId, mediaMode, e2ee } = await enter(context, visit)
  const { takeSeat } = context
  if (visit.rules.maxPeople !== Infinity && takeSeat !== undefined) {
    stopwatch.begin('seat')
    await takeSeat(sessionId, visit, lifetime * 1000)
  }
  const expireTime = Math.floor(Date.now() / 1000) + lifetime
  // Every participant can read this, and the platform logs it: a name and an opaque id, no more.
  const data = JSON.stringify({ name, id: visitor })
  stopwatch.begin('sign')
  const token = await video.generateToken(sessionId, {
    role,
    expireTime,
    ...(data !== '{}' && { data }),
  })
  return {
    applicationId: video.applicationId,
    sessionId,
    token,
    role,
    mediaMode,
    ...(e2ee && { e2ee }),
    expiresAt: new Date(expireTime * 1000).toISOString(),
    room,
    ...(name !== undefined && { name }),
    ...(visitor !== undefined && { visitor }),
    ...(proxyUrl !== undefined && { proxyUrl }),
  }
}

/** Seconds, not longer than the room is open. */
function tokenLifetime({ rules }: Visit): number {
  const openness = rules.openness(Date.now())
  if (!openness.open) throw new BackendError('room-closed', 'The room is not open at this time.')
  return Math.max(shortestToken, Math.floor(Math.min(rules.tokenLifetime, openness.closesIn)))
}

async function enter({ createSession, rooms }: JoinContext, visit: Visit): Promise<RoomSession> {
  const { room, rules, role } = visit
  if (rules.hostStarts && role !== 'moderator') {
    const begun = await rooms.currentSession(room)
    if (begun !== undefined) return begun
    throw new BackendError('host-not-here', 'The host is not here yet. Try again shortly.', {
      retryAfter: 5,
    })
  }
  return rooms.sessionOf(room, {
    sessionLifetime: rules.sessionLifetime,
    async create(signal) {
      const location = rules.locate(visit.address)
      const { sessionId, mediaMode, e2ee } = await createSession({
        ...rules.session,
        ...(location !== undefined && { location }),
        signal,
      })
      return { sessionId, mediaMode, ...(e2ee && { e2ee }) }
    },
  })
}
