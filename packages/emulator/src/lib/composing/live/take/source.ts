import type { PictureSize } from '../../picture-size.ts'
import { contentOf } from '../picture/framed.ts'
import type { Area, Frame } from '../picture/frame.ts'
import type { LiveTake } from '../messages.ts'
import { decode } from './decode.ts'
import { createPictureQueue } from './picture-queue.ts'
import { createSoundQueue } from './sound-queue.ts'

/** One growing recording, decoded. Times are in milliseconds since the epoch. */
export interface Source {
  readonly streamId: string
  readonly startedAt: number
  /** The picture of that moment and where in its box it is. */
  pictureAt(ms: number): { readonly frame: Frame; readonly content: Area } | undefined
  /** Adds the sound from that moment on to `sum`. */
  mixInto(sum: Float32Array, from: number): void
  /** Nothing will be added to the file from that moment on. */
  end(ms: number): void
  /** When it ended; `Infinity` before. */
  readonly endedAt: number
  close(): Promise<void>
}

interface Making {
  readonly ffmpeg: string
  readonly box: PictureSize
  /** Told how old something was when it came, in milliseconds, unless it was there before. */
  readonly onAge: (ms: number) => void
}

export function createSource(take: LiveTake, { ffmpeg, box, onAge }: Making): Source {
  const pictures = createPictureQueue()
  const sounds = createSoundQueue()
  const controller = new AbortController()
  let endedAt = Infinity
  let shape: { readonly data: Buffer; readonly content: Area } | undefined
  const addedAt = Date.now()
  const tellAge = (at: number) => {
    const recordedAt = take.startedAt + at
    if (recordedAt >= addedAt) onAge(Date.now() - recordedAt)
  }
  const decoded = decode(take, {
    ffmpeg,
    box,
    hasEnded: () => endedAt < Infinity,
    signal: controller.signal,
    onPicture: (picture) => {
      tellAge(picture.at)
      pictures.add(picture)
    },
    onSound: ({ at, data }) => {
      tellAge(at)
      sounds.add(at, data)
    },
  })
  return {
    streamId: take.streamId,
    startedAt: take.startedAt,
    pictureAt: (ms) => {
      const data = pictures.at(ms - take.startedAt)
      if (data === undefined) return undefined
      const frame = { ...box, data }
      if (shape?.data !== data) shape = { data, content: contentOf(frame) }
      return { frame, content: shape.content }
    },
    mixInto: (sum, from) => sounds.mixInto(sum, Math.round((from - take.startedAt) * 48)),
    end: (ms) => {
      endedAt = Math.min(endedAt, ms)
    },
    get endedAt() {
      return endedAt
    },
    close: async () => {
      controller.abort()
      await decoded
    },
  }
}
