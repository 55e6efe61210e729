import { VideoError } from '@ot-room/video-api'
import { BackendError } from '../../problem/backend-error.ts'
import type { Rooms } from '../../rooms/rooms.ts'
import type { RoomSession } from '../../rooms/room-session.ts'

/** The session of a room, or BackendError `room-empty` where nobody has ever joined. */
export async function sessionIn(rooms: Rooms, room: string): Promise<RoomSession> {
  const session = await rooms.currentSession(room)
  if (session !== undefined) return session
  throw new BackendError('room-empty', 'Nobody has joined this room yet.')
}

/** Asks the platform on behalf of a host, to whom its refusals mean something. */
export async function asking<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    throw error instanceof VideoError ? (refusal(error) ?? error) : error
  }
}

function refusal(cause: VideoError): BackendError | undefined {
  if (cause.code === 'not-found' || cause.status === 404) return notFound(cause)
  if (cause.code !== 'rejected') return undefined
  return new BackendError('conflict', 'The video platform says that this cannot be done now.', {
    cause,
  })
}

export function notFound(cause?: unknown): BackendError {
  return new BackendError('not-found', 'There is no such thing in this room.', { cause })
}
