import type { VideoFrame } from '../rtp/video-frame.ts'
import type { RecordedFile } from './recorded-file.ts'
import { createRecordedTracks, type WantedTracks } from './recorded-tracks.ts'
import type { Block } from './webm/cluster.ts'
import { createWebmFile } from './webm/webm-file.ts'
import { createWritten } from './written.ts'

/** Writes sounds and pictures into a file whose header has to wait for the first picture. */
export interface BlockWriter {
  sound(sound: { readonly time: number; readonly durationMs: number; readonly data: Buffer }): void
  picture(time: number, frame: VideoFrame): void
  /** `now`: milliseconds since the epoch. */
  advance(now: number): void
  end(): Promise<RecordedFile>
}

interface Held {
  readonly block: Block
  readonly durationMs?: number
}

// A stream may be without a picture for long, and what is held is lost in an accident.
const longestWaitMs = 1000

export interface BlockWriterOptions {
  readonly path: string
  readonly startedAt: number
  readonly tracks: WantedTracks
}

export function createBlockWriter(options: BlockWriterOptions): BlockWriter {
  const { path, startedAt, tracks: wanted } = options
  const file = createWebmFile(path, startedAt)
  const tracks = createRecordedTracks(wanted)
  const written = createWritten()
  let held: Held[] | undefined = []
  let heldSince: number | undefined
  let now = startedAt

  function write({ block, durationMs }: Held): void {
    file.add(block, now)
    written.note(block, durationMs)
  }

  function open(): void {
    if (held === undefined) return
    file.open(tracks.describe({ audio: 'present', video: 'present' }))
    const early = held
    held = undefined
    early.forEach(write)
  }

  function take(item: Held): void {
    if (wanted.video === undefined || tracks.isPictureKnown()) open()
    if (held === undefined) return write(item)
    held.push(item)
    heldSince ??= now
  }

  return {
    sound: ({ time, durationMs, data }) =>
      take({ block: { kind: 'audio', time, isKeyframe: true, data }, durationMs }),
    picture: (time, frame) => {
      tracks.learn(frame)
      const { data, isKeyframe } = frame
      take({ block: { kind: 'video', time, isKeyframe, data } })
    },
    advance: (moment) => {
      now = moment
      if (heldSince !== undefined && now - heldSince >= longestWaitMs) open()
      file.flush(now)
    },
    end: async () => {
      open()
      const [hasAudio, hasVideo] = [written.has('audio'), written.has('video')]
      const kinds = presence({ hasAudio, hasVideo })
      const durationMs = written.endMs()
      const { size } = await file.finish({ tracks: tracks.describe(kinds), durationMs })
      const pictureSize = tracks.largest()
      const firstMs = written.firstMs()
      const recorded = { path, startedAt, firstMs, durationMs, size, hasAudio, hasVideo }
      return pictureSize === undefined ? recorded : { ...recorded, pictureSize }
    },
  }
}

function presence(has: { readonly hasAudio: boolean; readonly hasVideo: boolean }) {
  return {
    audio: has.hasAudio ? 'present' : 'absent',
    video: has.hasVideo ? 'present' : 'absent',
  } as const
}
