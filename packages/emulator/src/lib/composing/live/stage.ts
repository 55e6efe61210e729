import { layOut } from '../layout/lay-out.ts'
import type { Picture } from '../layout/lay-out.ts'
import type { PictureSize } from '../picture-size.ts'
import type { LiveScene, LiveTake } from './messages.ts'
import { draw } from './picture/draw.ts'
import { fillBlack } from './picture/frame.ts'
import type { Frame } from './picture/frame.ts'
import { place } from './picture/place.ts'
import { createSource } from './take/source.ts'
import type { Source } from './take/source.ts'

/** Everything that may be seen and heard, and what of it is. Times are in milliseconds since the epoch. */
export interface Stage {
  show(scene: LiveScene): void
  addTake(take: LiveTake): void
  endTake(streamId: string, ms: number): void
  /** Draws the picture of that moment. */
  draw(frame: Frame, ms: number): void
  /** Adds up the sound from that moment on. */
  mix(sum: Float32Array, from: number): void
  close(): Promise<void>
}

interface Staging {
  readonly ffmpeg: string
  readonly size: PictureSize
  /** Told how old something was when it came, in milliseconds. */
  readonly onAge: (ms: number) => void
}

// Enough for a camera; a shared screen is a little blurred when it fills a larger picture.
const longestSide = 800

// A scene may still have a stream for a moment after its recording has ended.
const afterwardsMs = 2000

export function createStage({ ffmpeg, size, onAge }: Staging): Stage {
  const box = boxFor(size)
  const sources = new Set<Source>()
  let scenes: readonly (LiveScene & Picture)[] = []

  const sceneAt = (ms: number) => {
    const current = scenes.findLastIndex(({ from }) => from <= ms)
    if (current > 0) scenes = scenes.slice(current)
    return current < 0 ? undefined : scenes[0]
  }
  const sourceAt = (streamId: string, ms: number) =>
    [...sources].findLast((source) => source.streamId === streamId && source.startedAt <= ms)

  const clear = (ms: number) => {
    for (const source of sources) {
      if (source.endedAt + afterwardsMs > ms) continue
      sources.delete(source)
      void source.close()
    }
  }

  return {
    show: (scene) => {
      scenes = [...scenes, { ...scene, ...layOut(scene, size) }]
    },
    addTake: (take) => {
      sources.add(createSource(take, { ffmpeg, box, onAge }))
    },
    endTake: (streamId, ms) => {
      for (const source of sources) if (source.streamId === streamId) source.end(ms)
    },
    draw: (frame, ms) => {
      clear(ms)
      fillBlack(frame)
      for (const tile of sceneAt(ms)?.tiles ?? []) {
        const picture = sourceAt(tile.streamId, ms)?.pictureAt(ms)
        if (picture !== undefined) draw(picture.frame, frame, place(picture.content, tile))
      }
    },
    mix: (sum, from) => {
      const heard = sceneAt(from)?.streams.filter(({ hasAudio }) => hasAudio) ?? []
      for (const { id } of heard) sourceAt(id, from)?.mixInto(sum, from)
    },
    close: async () => {
      await Promise.all([...sources].map((source) => source.close()))
    },
  }
}

function boxFor({ width, height }: PictureSize): PictureSize {
  const scale = Math.min(1, longestSide / Math.max(width, height))
  return {
    width: Math.round((width * scale) / 2) * 2,
    height: Math.round((height * scale) / 2) * 2,
  }
}
