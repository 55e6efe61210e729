import type { Site } from '../backend/ask-backend.ts'
import { askTo } from '../backend/ask-to.ts'
import { admitGuest, denyGuest } from '../backend/guests.ts'
import { RoomError } from '../errors/room-error.ts'
import type { ReceivedSignal } from '../platform/signal.ts'
import type { PlatformSession } from '../platform/video-platform.ts'
import type { Call, Guest } from '../state/room-state.ts'
import { followGuests } from './guests.ts'

/**
 * What only a host can do. Each verb is checked by the video platform or by the backend, and rejects with `RoomError`
 * `action-refused` or `backend-unreachable`; `Call.features` says what the backend has in this room.
 */
export interface Host {
  /** Mutes somebody, who may unmute themselves. */
  mute(participant: string): Promise<void>
  /** Mutes everybody else who is there, who may unmute themselves. */
  muteOthers(): Promise<void>
  /** Puts somebody out, who may come again. */
  remove(participant: string): Promise<void>
  /** Puts somebody out for good; takes the feature `moderation`, and a backend that knows visitors again. */
  ban(participant: string): Promise<void>
  /** Puts everybody out, and whoever comes next meets anew; takes the feature `meetings`. */
  end(): Promise<void>
  /** Records everybody; takes the feature `recording`. */
  startRecording(): Promise<void>
  /** Ends every recording that is being made; takes the feature `recording`. */
  stopRecording(): Promise<void>
  /**
   * Writes down what everybody says, in a language as in `en-US` (BCP 47); takes the feature `captions`.
   *
   * Default: American English.
   */
  startCaptions(language?: string): Promise<void>
  /** Takes the feature `captions`. */
  stopCaptions(): Promise<void>
  /** Lets in somebody who waits, or everybody; takes the feature `waiting-room`. */
  admit(guest?: string): Promise<void>
  /** Turns somebody away who waits; takes the feature `waiting-room`. */
  deny(guest: string): Promise<void>
}

/** The same, and what it has to hear of. */
export interface HostKeeper extends Host {
  /** The backend tells of a knock by a signal. */
  heard(signal: ReceivedSignal): void
}

/** What hosting takes. */
export interface HostContext {
  readonly site: Site
  readonly session: PlatformSession
  readonly features: readonly string[]
  call(): Call | undefined
  /** Others wait now. */
  waiting(guests: readonly Guest[]): void
}

/** Hosts during one stay, until the site's signal aborts. */
export function createHost({ site, session, features, call, waiting }: HostContext): HostKeeper {
  const ask = async (path: string, body: object = {}): Promise<void> => {
    await askTo(site, { path, body })
  }
  const look = features.includes('waiting-room') ? followGuests(site, waiting) : undefined
  look?.()

  return {
    mute: (participant) => session.mute(participant),
    muteOthers: () => session.muteOthers(),
    async remove(connection) {
      const visitor = call()?.participants.find(({ id }) => id === connection)?.visitor
      const body = { connection, ...(visitor !== undefined && { visitor }) }
      // The backend ends what it has given them, too; the platform alone only ends the connection.
      if (features.includes('moderation')) return ask('remove', body)
      if (features.includes('waiting-room') && visitor !== undefined) return ask('send-back', body)
      return session.putOut(connection)
    },
    async ban(connection) {
      const participant = call()?.participants.find(({ id }) => id === connection)
      if (!participant?.visitor) throw new RoomError('action-refused')
      await ask('ban', { visitor: participant.visitor, connection })
    },
    end: () => ask('end'),
    startRecording: () => ask('recordings'),
    async stopRecording() {
      const running = call()?.recordings ?? []
      await Promise.all(running.map((id) => ask(`recordings/${encodeURIComponent(id)}/stop`)))
    },
    startCaptions: (language) => ask('captions', { ...(language !== undefined && { language }) }),
    stopCaptions: () => ask('captions/stop'),
    async admit(guest) {
      await admitGuest(site, guest)
      look?.()
    },
    async deny(guest) {
      await denyGuest(site, guest)
      look?.()
    },
    heard({ type, from }) {
      if (type === 'ot-room-waiting' && from === undefined) look?.()
    },
  }
}
