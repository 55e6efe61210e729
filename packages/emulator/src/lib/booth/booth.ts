import type { AudioSocket } from '../audio-connector/audio-socket.ts'
import type { MediaCommand, MediaEvent } from '../media/command.ts'
import type { BoothCommand } from '../session/booth/command.ts'

/** Hears sessions and plays into them for the platform itself: connectors, captions, guests. */
export interface Booth {
  perform(sessionId: string, command: BoothCommand): void
  /** Lets the server of an Audio Connector hear, and speak if the connector does. */
  plug(connector: string, socket: AudioSocket): void
  /** A packet of what is heard. */
  heard(event: Heard): void
  /** A guest's picture has to begin anew. */
  keyframeWanted(leg: string): void
  /** All media has ended by accident; what was heard goes on to be heard. */
  lost(): void
  /** Ends everything. */
  clear(): void
}

export type Heard = Extract<MediaEvent, { readonly type: 'heard' }>

/** What a booth needs of the platform it belongs to. */
export interface BoothLot {
  readonly route: (sessionId: string, command: MediaCommand) => void
  /** Hears what was said in a stream. */
  readonly said: (sessionId: string, said: Said) => void
}

/** Something that was understood of a stream. */
export interface Said {
  readonly stream: string
  readonly text: string
  readonly isFinal: boolean
}
