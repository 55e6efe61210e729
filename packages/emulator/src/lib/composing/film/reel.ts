import type { Scene, Take } from '../timeline.ts'
import { clipsOf } from './clip.ts'
import type { Clip } from './clip.ts'
import type { Shot } from './shot.ts'

/** Shots without a pause between them: sound goes on over their borders, where a new beginning would be heard. */
export interface Reel {
  readonly number: number
  readonly scenes: readonly Scene[]
  readonly samples: number
}

/** A clip that is heard, except at times. */
export interface Voice {
  readonly clip: Clip
  /** In seconds from the start of the reel. */
  readonly silences: readonly (readonly [from: number, until: number])[]
}

/** How many voices the platform mixes; later streams are not heard. */
const mostVoices = 50

export function reelsOf(shots: readonly Shot[]): readonly Reel[] {
  const reels: Reel[] = []
  for (const { number, scene, samples } of shots) {
    const last = reels.at(-1)
    if (last !== undefined && last.scenes.at(-1)?.until === scene.from) {
      const scenes = [...last.scenes, scene]
      reels[reels.length - 1] = { ...last, scenes, samples: last.samples + samples }
    } else reels.push({ number, scenes: [scene], samples })
  }
  return reels
}

/** What is heard in a reel. */
export function voicesOf({ scenes }: Reel, takes: readonly Take[]): readonly Voice[] {
  const [from, until] = [scenes[0]?.from ?? 0, scenes.at(-1)?.until ?? 0]
  const casts = scenes.map((scene) => ({ scene, heard: heardIn(scene) }))
  const ids = new Set(casts.flatMap(({ heard }) => heard))
  return [...ids].flatMap((id) => {
    const silent = casts.filter(({ heard }) => !heard.includes(id)).map(({ scene }) => scene)
    return clipsOf(id, { from, until }, takes).map((clip): Voice => {
      const silences = silent
        .map((scene) => [(scene.from - from) / 1000, (scene.until - from) / 1000] as const)
        // What was not recorded then need not be silenced.
        .filter(([start, end]) => start < clip.end && end > -clip.at)
      return { clip, silences }
    })
  })
}

function heardIn({ streams }: Scene): readonly string[] {
  const heard = streams.filter(({ hasAudio }) => hasAudio).slice(0, mostVoices)
  return heard.map(({ id }) => id)
}
