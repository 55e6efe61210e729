import type { Scene } from '../timeline.ts'

/** Pictures a second, as the platform has them. */
export const frameRate = 25

/** Samples a second. */
export const sampleRate = 48_000

/** A scene with its length in the film. */
export interface Shot {
  /** Tells it from the other shots of the film. */
  readonly number: number
  readonly scene: Scene
  readonly frames: number
  /** How much later its first frame is than its first sample, in seconds; frames are not as fine as time. */
  readonly lag: number
  readonly samples: number
}

/** Cuts a film from scenes; what is rounded away of one is in the next, so that picture and sound stay together. */
export function shotsOf(scenes: readonly Scene[]): readonly Shot[] {
  let before = 0
  return scenes.map((scene, number) => {
    const after = before + Math.max(scene.until - scene.from, 0)
    const first = Math.round((before * frameRate) / 1000)
    const shot = {
      number,
      scene,
      frames: Math.round((after * frameRate) / 1000) - first,
      lag: first / frameRate - before / 1000,
      samples: Math.round((after * sampleRate) / 1000) - Math.round((before * sampleRate) / 1000),
    }
    before = after
    return shot
  })
}
