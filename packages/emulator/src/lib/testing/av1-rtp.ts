import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readLeb128, writeLeb128 } from '../rtp/leb128.ts'
import { rtpPacket } from './fake-rtp.ts'
import type { Sent } from './ffmpeg-rtp.ts'
import { runFfmpeg } from './ffmpeg.ts'

const frameMs = 1000 / 30
const mostBytes = 1100

/** Packets of pictures that FFmpeg encodes; it cannot put AV1 into packets itself. */
export async function av1RtpOf(source: string, seconds: number): Promise<readonly Sent[]> {
  const folder = await mkdtemp(join(tmpdir(), 'av1-'))
  try {
    const path = join(folder, 'source.ivf')
    const encoder = '-c:v libaom-av1 -usage realtime -cpu-used 8 -b:v 400k -g 30'.split(' ')
    const input = ['-f', 'lavfi', '-i', source, '-t', String(seconds), '-pix_fmt', 'yuv420p']
    const { code, complaints } = await runFfmpeg(['-v', 'error', ...input, ...encoder, path])
    if (code !== 0) throw new Error(`FFmpeg makes no AV1: ${complaints}`)
    return packetsOf(frames(await readFile(path)))
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** An IVF file has a header of 32 bytes, and one of 12 before each frame. */
function frames(ivf: Buffer): readonly Buffer[] {
  const all: Buffer[] = []
  for (let at = 32; at < ivf.length;) {
    const start = at + 12
    at = start + ivf.readUInt32LE(at)
    all.push(ivf.subarray(start, at))
  }
  return all
}

function packetsOf(pictures: readonly Buffer[]): readonly Sent[] {
  let sequence = 65_500
  return pictures.flatMap((picture, index): Sent[] => {
    const payloads = unitsOf(picture).flatMap(fragment)
    return payloads.map((payload, at) => {
      const marker = at === payloads.length - 1
      const sentAt = index * frameMs
      const fields = { sequence: sequence++, timestamp: sentAt * 90, payload: [...payload], marker }
      return { kind: 'video', sentAt, packet: rtpPacket(fields) }
    })
  })
}

/** The OBUs of a picture without their lengths and without the temporal delimiter. */
function unitsOf(picture: Buffer): readonly Buffer[] {
  const units: Buffer[] = []
  for (let at = 0; at < picture.length;) {
    const head = picture[at] ?? 0
    const length = readLeb128(picture, at + 1)
    if (length === undefined) throw new Error('not an OBU')
    const end = length.end + length.value
    const unit = Buffer.concat([Buffer.of(head & ~2), picture.subarray(length.end, end)])
    if (head >> 3 !== 2) units.push(unit)
    at = end
  }
  return units
}

function fragment(unit: Buffer): readonly Buffer[] {
  const payloads: Buffer[] = []
  for (let at = 0; at < unit.length; at += mostBytes) {
    const part = unit.subarray(at, at + mostBytes)
    const head = (at > 0 ? 0x80 : 0) | (at + mostBytes < unit.length ? 0x40 : 0)
    payloads.push(Buffer.concat([Buffer.of(head), writeLeb128(part.length), part]))
  }
  return payloads
}
