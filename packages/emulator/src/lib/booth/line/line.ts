import type { AudioSocket } from '../../audio-connector/audio-socket.ts'
import type { GuestFrame } from '../../media/command.ts'
import type { HeardStream } from '../../session/booth/hearing.ts'
import { createOpusEncoder, frameSizeAt, silentPacket } from '../opus/opus.ts'
import type { OpusEncoder } from '../opus/opus.ts'
import { createListening } from '../sound/listening.ts'
import { mix } from '../sound/mix.ts'
import { createPacer } from '../sound/pacer.ts'
import type { Taps } from '../sound/taps.ts'
import { createSpeech } from './speech.ts'

/** An Audio Connector with the server at its other end. */
export interface Line {
  hear(streams: readonly HeardStream[]): void
  /** From now on what the server says goes there; nowhere when `undefined`. */
  speakTo(play: ((frame: GuestFrame) => void) | undefined): void
  close(): void
}

interface LineOptions {
  readonly sessionId: string
  readonly taps: Taps
  readonly socket: AudioSocket
}

/** Where what the server says goes, and what makes packets of it. */
interface Speaking {
  readonly play: (frame: GuestFrame) => void
  readonly encoder: OpusEncoder
}

const frameMs = 20
const ticks = 960
const longestSpeechSeconds = 60

export function createLine({ sessionId, taps, socket }: LineOptions): Line {
  const { audioRate: rate } = socket
  const frameSize = frameSizeAt(rate)
  const listening = createListening({ sessionId, taps, rate })
  const speech = createSpeech(longestSpeechSeconds * rate)
  let timestamp = 0
  let speaking: Speaking | undefined

  socket.onMessage((message) => {
    switch (message.type) {
      case 'sound':
        if (speaking !== undefined) speech.say(message.samples)
        return
      case 'clear':
        speech.clear()
        if (message.answers) socket.answer('websocket:cleared')
        return
      case 'notify': {
        const { payload } = message
        return speech.afterwards(() => socket.answer('websocket:notify', { payload }))
      }
      default:
        return message satisfies never
    }
  })
  const speak = ({ play, encoder }: Speaking) => {
    const samples = speech.next(frameSize)
    const data = samples === undefined ? silentPacket : encoder.encode(samples)
    timestamp = (timestamp + ticks) >>> 0
    play({ kind: 'audio', timestamp, data })
  }
  const speakTo: Line['speakTo'] = (play) => {
    speaking?.encoder.close()
    speaking = play && { play, encoder: createOpusEncoder(rate) }
  }
  const pacer = createPacer(frameMs, () => {
    socket.send(mix(listening.next().values(), frameSize))
    if (speaking !== undefined) speak(speaking)
  })

  return {
    hear: (streams) => {
      listening.hear(streams)
      socket.tell(streams.length > 0 ? 'active' : 'muted')
    },
    speakTo,
    close: () => {
      pacer.close()
      listening.close()
      speakTo(undefined)
      socket.close()
    },
  }
}
