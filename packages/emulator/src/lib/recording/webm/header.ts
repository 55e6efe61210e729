import {
  element,
  float,
  openElement,
  padding,
  signed64,
  text,
  unsigned,
  unsigned64,
} from './element.ts'
import { trackEntry, type WebmTrack } from './track.ts'

export interface WebmHeader {
  /** Milliseconds since the epoch of the file's time 0. */
  readonly startedAt: number
  readonly tracks: readonly WebmTrack[]
  /** What is known once the file is complete. */
  readonly complete?: {
    readonly durationMs: number
    /** Where the cues begin, in bytes of the file, if it has any. */
    readonly cuesAt?: number
    readonly fileSize: number
  }
}

/** Always the same, so that a file's header is replaced in one write once the file is complete. */
export const headerBytes = 2048

const ids = {
  ebml: 0x1a45dfa3,
  docType: 0x4282,
  docTypeVersion: 0x4287,
  docTypeReadVersion: 0x4285,
  segment: 0x18538067,
  seekHead: 0x114d9b74,
  seek: 0x4dbb,
  seekId: 0x53ab,
  seekPosition: 0x53ac,
  info: 0x1549a966,
  timestampScale: 0x2ad7b1,
  duration: 0x4489,
  date: 0x4461,
  muxer: 0x4d80,
  writer: 0x5741,
  tracks: 0x1654ae6b,
}
const cuesId = Buffer.from([0x1c, 0x53, 0xbb, 0x6b])
const segmentHeadBytes = 12

/** Everything before the first cluster, in {@link headerBytes} bytes (Matroska, RFC 9559). */
export function webmHeader(header: WebmHeader): Buffer {
  const { complete } = header
  const start = ebml(header.tracks)
  const segmentAt = segmentStart(header.tracks)
  const parts = [
    start,
    openElement(ids.segment, complete && complete.fileSize - segmentAt),
    ...(complete?.cuesAt === undefined ? [] : [seekHead(complete.cuesAt - segmentAt)]),
    info(header),
    element(ids.tracks, ...header.tracks.map(trackEntry)),
  ]
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  return Buffer.concat([...parts, padding(headerBytes - length)])
}

/** What positions inside the file count from. */
export function segmentStart(tracks: readonly WebmTrack[]): number {
  return ebml(tracks).length + segmentHeadBytes
}

/** WebM has neither H.264 nor anything else than its own codecs; Matroska, which it is made of, has. */
function ebml(tracks: readonly WebmTrack[]): Buffer {
  const isWebm = tracks.every(({ codec }) => codec !== 'H264')
  return element(
    ids.ebml,
    // Both of eight letters: what follows keeps its place.
    text(ids.docType, isWebm ? 'webm\0\0\0\0' : 'matroska'),
    unsigned(ids.docTypeVersion, 4),
    unsigned(ids.docTypeReadVersion, 2),
  )
}

function seekHead(cuesPosition: number): Buffer {
  const position = unsigned64(ids.seekPosition, cuesPosition)
  return element(ids.seekHead, element(ids.seek, element(ids.seekId, cuesId), position))
}

// Milliseconds from the epoch of Unix to that of Matroska.
const matroskaEpoch = Date.UTC(2001, 0, 1)

function info({ startedAt, complete }: WebmHeader): Buffer {
  const sinceEpoch = BigInt(Math.round(startedAt - matroskaEpoch)) * 1_000_000n
  return element(
    ids.info,
    unsigned(ids.timestampScale, 1_000_000),
    signed64(ids.date, sinceEpoch),
    ...(complete ? [float(ids.duration, complete.durationMs)] : []),
    text(ids.muxer, 'opentok-emulator'),
    text(ids.writer, 'opentok-emulator'),
  )
}
