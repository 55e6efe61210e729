import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { isRtcp } from '../rtp/rtcp.ts'
import { readRtp, type RtpPacket } from '../rtp/packet.ts'
import { distance32 } from '../rtp/sequence.ts'
import type { Kind } from '../recording/codec.ts'
import { runFfmpeg } from './ffmpeg.ts'

/** A packet and when it was made, in milliseconds after the first one of its kind. */
export interface Sent {
  readonly kind: Kind
  readonly packet: RtpPacket
  readonly sentAt: number
}

const encoders = {
  VP8: '-c:v libvpx -deadline realtime -cpu-used 8 -auto-alt-ref 0 -lag-in-frames 0 -b:v 500k',
  VP9: '-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -lag-in-frames 0 -b:v 500k -strict experimental',
  H264: '-c:v libx264 -preset ultrafast -tune zerolatency -b:v 500k',
  opus: '-c:a libopus -b:a 32k -frame_duration 20',
}

export interface Source {
  /** Filters that make it (`lavfi`), one for each kind. */
  readonly audio?: string
  readonly video?: string
  readonly codec?: 'VP8' | 'VP9' | 'H264'
  /** Seconds. */
  readonly length: number
  /** Frames from keyframe to keyframe. */
  readonly interval?: number
}

/** The RTP packets that FFmpeg makes of a source, in the order of sending. */
export async function rtpOf(source: Source): Promise<readonly Sent[]> {
  const kinds = (['video', 'audio'] as const).filter((kind) => source[kind] !== undefined)
  const receivers = await Promise.all(kinds.map((kind) => receive(kind)))
  // Faster than life, but not so fast that sockets overflow.
  const inputs = kinds.flatMap((kind) => [
    '-readrate',
    '6',
    '-f',
    'lavfi',
    '-i',
    source[kind] ?? '',
  ])
  const outputs = receivers.flatMap(({ kind, port }, index) => {
    const encoder = encoders[kind === 'audio' ? 'opus' : (source.codec ?? 'VP8')]
    const gop = kind === 'video' ? ['-g', String(source.interval ?? 30), '-pix_fmt', 'yuv420p'] : []
    const url = `rtp://127.0.0.1:${port}?rtcpport=${port}&pkt_size=1200`
    const length = ['-t', String(source.length)]
    return ['-map', String(index), ...encoder.split(' '), ...gop, ...length, '-f', 'rtp', url]
  })
  const { code, complaints } = await runFfmpeg(['-v', 'error', '-nostdin', ...inputs, ...outputs])
  const received = await Promise.all(receivers.map(({ end }) => end()))
  if (code !== 0) throw new Error(`FFmpeg makes no RTP: ${complaints}`)
  return received.flat().toSorted((one, other) => one.sentAt - other.sentAt)
}

async function receive(kind: Kind) {
  const socket = createSocket({ type: 'udp4', recvBufferSize: 4_000_000 })
  const packets: RtpPacket[] = []
  let ended = (): void => undefined
  const end = new Promise<void>((resolve) => (ended = resolve))
  socket.on('message', (bytes) => {
    if (bytes.length === 0) return ended()
    const packet = isRtcp(bytes) ? undefined : readRtp(bytes)
    if (packet !== undefined) packets.push(packet)
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  const { port } = socket.address()
  return {
    kind,
    port,
    end: async (): Promise<readonly Sent[]> => {
      // What was sent before is received before.
      socket.send(Buffer.alloc(0), port, '127.0.0.1')
      await end
      socket.close()
      const start = packets[0]?.timestamp ?? 0
      const ticks = kind === 'audio' ? 48 : 90
      return packets.map((packet) => {
        return { kind, packet, sentAt: distance32(packet.timestamp, start) / ticks }
      })
    },
  }
}
