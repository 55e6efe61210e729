import { setTimeout as wait } from 'node:timers/promises'

export const payloadTypes = { audio: 111, video: 96 }
export const ssrcs = { audio: 1111, video: 2222 }
export const extensions = [
  { id: 2, uri: 'http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time' },
  { id: 4, uri: 'urn:ietf:params:rtp-hdrext:sdes:mid' },
]

// 500 kbit/s of video and 32 kbit/s of sound, as a camera and a microphone send them.
const frames = { perSecond: 30, packets: 2, payload: 1041 }
const sounds = { perSecond: 50, payload: 80 }
const framesPerKeyframe = 30
// Four bytes at the end of each payload, where nobody who forwards it looks.
const stampLength = 4

/** Packets in a second. */
export const packetsPerSecond = frames.perSecond * frames.packets + sounds.perSecond

/** A stream that goes on and on, whose packets are numbered from 0. */
export type Stream = {
  /** How many packets have gone out. */
  readonly count: number
  /** Waits until there are so many. */
  reaches(count: number): Promise<void>
  end(): void
}

/** `send` is given every packet with its number. */
export function createStream(send: (packet: Buffer, number: number) => void): Stream {
  const start = performance.now()
  const sent = { count: 0, frames: 0, sounds: 0 }
  const sequences = { audio: 0, video: 0 }

  const emit = (kind: 'audio' | 'video', timestamp: number, packet: Packet) => {
    const bytes = write(kind, { ...packet, timestamp, sequence: sequences[kind]++ & 0xffff })
    bytes.writeUInt32BE(sent.count, bytes.length - stampLength)
    send(bytes, sent.count++)
  }
  const sendFrame = () => {
    const timestamp = (sent.frames * 90_000) / frames.perSecond
    for (let index = 0; index < frames.packets; index += 1) {
      const payload = pictureOf(sent.frames, index)
      emit('video', timestamp, { payload, marker: index === frames.packets - 1 })
    }
    sent.frames += 1
  }
  const sendSound = () => {
    const payload = Buffer.alloc(sounds.payload, 0x5a)
    emit('audio', (sent.sounds * 48_000) / sounds.perSecond, { payload, marker: false })
    sent.sounds += 1
  }
  const sendDue = () => {
    const elapsed = (performance.now() - start) / 1000
    while (sent.frames < elapsed * frames.perSecond) sendFrame()
    while (sent.sounds < elapsed * sounds.perSecond) sendSound()
  }

  const timer = setInterval(sendDue, 1)
  return {
    get count() {
      return sent.count
    },
    reaches: async (count) => {
      while (sent.count < count) await wait(1)
    },
    end: () => clearInterval(timer),
  }
}

/** The number of a packet of the stream, whatever was done to its header. */
export function numberOf(packet: Buffer): number {
  return packet.readUInt32BE(packet.length - stampLength)
}

type Packet = { payload: Buffer; marker: boolean }

// A header, the extension's own header, and two extensions padded to eight bytes.
const header = { fixed: 12, extension: 12 }

function write(
  kind: 'audio' | 'video',
  { payload, marker, timestamp, sequence }: Packet & { timestamp: number; sequence: number },
): Buffer {
  const packet = Buffer.alloc(header.fixed + header.extension + payload.length)
  packet[0] = 0x90
  packet[1] = payloadTypes[kind] | (marker ? 0x80 : 0)
  packet.writeUInt16BE(sequence, 2)
  packet.writeUInt32BE(timestamp >>> 0, 4)
  packet.writeUInt32BE(ssrcs[kind], 8)
  packet.writeUInt32BE(0xbede_0002, 12)
  packet[16] = 0x22
  packet.writeUIntBE(Math.round((performance.now() / 1000) * 2 ** 18) % 2 ** 24, 17, 3)
  packet[20] = 0x40
  packet.write(kind === 'audio' ? '0' : '1', 21, 'latin1')
  payload.copy(packet, header.fixed + header.extension)
  return packet
}

/** A part of a picture behind a descriptor as Chromium writes it (RFC 7741, section 4.2). */
function pictureOf(frame: number, index: number): Buffer {
  const payload = Buffer.alloc(frames.payload, 0xa5)
  const isFirst = index === 0
  payload[0] = isFirst ? 0x90 : 0x80
  payload[1] = 0xe0
  payload.writeUInt16BE(0x8000 | (frame & 0x7fff), 2)
  payload[4] = frame & 0xff
  payload[5] = 0
  if (!isFirst) return payload
  const isKeyframe = frame % framesPerKeyframe === 0
  payload[6] = isKeyframe ? 0x10 : 0x11
  // RFC 6386, section 9.1.
  if (isKeyframe) Buffer.from([0x9d, 0x01, 0x2a, 0x80, 0x02, 0xe0, 0x01]).copy(payload, 9)
  return payload
}
