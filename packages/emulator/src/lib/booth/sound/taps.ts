import { randomUUID } from 'node:crypto'
import type { MediaCommand } from '../../media/command.ts'
import { readRtp } from '../../rtp/packet.ts'
import type { RtpPacket } from '../../rtp/packet.ts'
import type { Heard } from '../booth.ts'

/** Where the sound of streams is taken from the media router. */
export interface Taps {
  /** `source` is what the media router calls the way the stream comes. */
  open(place: { sessionId: string; source: string }, hear: (packet: RtpPacket) => void): Tap
  heard(event: Heard): void
  /** All taps have been closed by accident; they are opened again. */
  lost(): void
}

export interface Tap {
  close(): void
}

export function createTaps(route: (sessionId: string, command: MediaCommand) => void): Taps {
  const taps = new Map<string, { listen: () => void; hear: (packet: RtpPacket) => void }>()
  return {
    open: ({ sessionId, source }, hear) => {
      const leg = `listener.${randomUUID()}`
      const listen = () => route(sessionId, { type: 'listen', leg, source })
      taps.set(leg, { listen, hear })
      listen()
      return {
        close: () => {
          if (taps.delete(leg)) route(sessionId, { type: 'close', leg })
        },
      }
    },
    heard: ({ leg, packet: { buffer, byteOffset, byteLength } }) => {
      const packet = readRtp(Buffer.from(buffer, byteOffset, byteLength))
      if (packet !== undefined) taps.get(leg)?.hear(packet)
    },
    lost: () => taps.forEach(({ listen }) => listen()),
  }
}
