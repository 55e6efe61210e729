// Records, as they come in, the packets of a file, and says when each was handed over; its parent kills it.
import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { createStreamRecorder } from '../recording/stream-recorder.ts'
import { readRtp } from '../rtp/packet.ts'
import type { Kind } from '../recording/codec.ts'

/** A packet in the file that this process reads. */
export interface Handed {
  readonly kind: Kind
  readonly sentAt: number
  readonly bytes: string
}

const [source = '', path = ''] = process.argv.slice(2)
const packets = JSON.parse(await readFile(source, 'utf8')) as readonly Handed[]
const startedAt = Date.now()
const tracks = { audio: { codec: 'opus' }, video: { codec: 'VP8' } } as const
const recorder = createStreamRecorder({ path, startedAt, tracks })
for (const { kind, sentAt, bytes } of packets) {
  await sleep(Math.max(1, startedAt + sentAt - Date.now()))
  const packet = readRtp(Buffer.from(bytes, 'base64'))
  if (packet !== undefined) recorder.write(kind, packet, Date.now())
  process.stdout.write(`${sentAt}\n`)
}
