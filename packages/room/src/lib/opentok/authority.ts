import type OT from '@opentok/client'
import { RoomError } from '../errors/room-error.ts'
import type { PlatformSession } from '../platform/video-platform.ts'

/** Who and what is in a session, by id. */
export interface Present {
  readonly connections: ReadonlyMap<string, OT.Connection>
  readonly streams: ReadonlyMap<string, OT.Stream>
}

type Authority = Pick<PlatformSession, 'mute' | 'muteOthers' | 'putOut'>

/** What the platform does for those whose token says moderator. */
export function createAuthority(session: OT.Session, { connections, streams }: Present): Authority {
  const muteAll = (some: readonly OT.Stream[]): Promise<void> => {
    const heard = some.filter(({ hasAudio }) => hasAudio)
    return allowed(Promise.all(heard.map((stream) => session.forceMuteStream(stream))))
  }

  return {
    mute: (participantId) =>
      muteAll(
        [...streams.values()].filter(({ connection }) => connection.connectionId === participantId),
      ),
    // One by one: what OpenTok.js calls muting all goes for the host, and for those who come later, too.
    muteOthers: () => muteAll([...streams.values()]),
    async putOut(participantId) {
      const connection = connections.get(participantId)
      // Who is not there any more is out.
      if (connection) await allowed(session.forceDisconnect(connection))
    },
  }
}

async function allowed(work: Promise<unknown>): Promise<void> {
  try {
    await work
  } catch (cause) {
    throw new RoomError('action-refused', { cause })
  }
}
