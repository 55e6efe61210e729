import type { SessionSettings, VideoApi } from '@ot-room/video-api'
import type { Admission } from '../access/admit.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { Credentials } from './credentials.ts'

/** What joining takes, apart from a visitor. */
export interface JoinContext {
  readonly video: VideoApi
  readonly rooms: Rooms
  /** What a room becomes on its first join. */
  readonly session: SessionSettings
  /** Seconds. */
  readonly tokenLifetime: number
  readonly proxyUrl: string | undefined
}

/** Makes the credentials of someone who has been admitted. */
export async function joinRoom(
  { video, rooms, session, tokenLifetime, proxyUrl }: JoinContext,
  { room, role, name }: Admission & { readonly room: string },
): Promise<Credentials> {
  const { sessionId, mediaMode } = await rooms.sessionOf(room, {
    async create(signal) {
      const created = await video.createSession({ ...session, signal })
      return { sessionId: created.sessionId, mediaMode: created.mediaMode }
    },
  })
  const expireTime = Math.floor(Date.now() / 1000) + tokenLifetime
  const token = await video.generateToken(sessionId, {
    role,
    expireTime,
    // Every participant can read this, and the platform logs it: the name and nothing else.
    ...(name !== undefined && { data: JSON.stringify({ name }) }),
  })
  return {
    applicationId: video.applicationId,
    sessionId,
    token,
    role,
    mediaMode,
    expiresAt: new Date(expireTime * 1000).toISOString(),
    room,
    ...(name !== undefined && { name }),
    ...(proxyUrl !== undefined && { proxyUrl }),
  }
}
