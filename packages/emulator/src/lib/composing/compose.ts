import { mkdtemp, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { EmulatorError } from '../error.ts'
import type { Resolution } from '../session/composition/resolution.ts'
import type { PictureQuality } from './film/encoding.ts'
import { joinParts } from './film/join-parts.ts'
import { makePicture, makeSound } from './film/film-parts.ts'
import type { Part } from './film/film-parts.ts'
import { probeTakes } from './film/probe-takes.ts'
import { reelsOf } from './film/reel.ts'
import { shotsOf } from './film/shot.ts'
import { pictureSizeOf } from './picture-size.ts'
import { withTimeLimit } from './time-limit.ts'
import type { Timeline } from './timeline.ts'

/** What a film is to be like, and where. */
export interface FilmOptions extends PictureQuality {
  /** The program: a name on the PATH, or a path. */
  readonly ffmpeg: string
  /** Where the film goes; it is there when it is whole. */
  readonly path: string
  /** Where there is room for the parts of it; nothing stays there. */
  readonly workFolder: string
  readonly resolution: Resolution
  readonly tracks: 'audio' | 'video' | 'both'
  readonly signal?: AbortSignal
  /** Default: a minute and twenty times the length of the film. */
  readonly timeLimitMs?: number
}

/** A film that has been made. */
export interface Film {
  readonly durationMs: number
  /** Bytes. */
  readonly size: number
  /** What of custom layouts had no effect, as sentences. */
  readonly ignored: readonly string[]
}

/**
 * Makes an MP4 (H.264 High, 25 pictures a second; AAC-LC, 48 kHz, stereo) of what was recorded. Takes that cannot be
 * read are black and silent.
 *
 * @throws {EmulatorError} `ffmpeg-missing`, or `composing-failed`, also when there is nothing or no time to compose
 * @throws the reason of the signal once that is aborted
 */
export async function composeFilm(timeline: Timeline, options: FilmOptions): Promise<Film> {
  const shots = shotsOf(timeline.scenes)
  const durationMs = shots.reduce((sum, { frames }) => sum + frames * 40, 0)
  if (durationMs === 0) throw new EmulatorError('composing-failed', 'Nothing was recorded')
  const { ffmpeg, path, tracks, maxBitrate, quantizationParameter } = options
  const timeLimitMs = options.timeLimitMs ?? 60_000 + 20 * durationMs
  const folder = await mkdtemp(join(options.workFolder, 'film-'))
  const unfinished = `${path}.part`
  try {
    return await withTimeLimit({ timeLimitMs, signal: options.signal }, async (signal) => {
      const takes = await probeTakes(timeline, { ffmpeg, signal })
      const workshop = { ffmpeg, signal, folder, takes }
      const look = {
        size: pictureSizeOf(options.resolution),
        ...(maxBitrate !== undefined && { maxBitrate }),
        ...(quantizationParameter !== undefined && { quantizationParameter }),
      }
      const pictures: Part[] = []
      const sounds: Part[] = []
      for (const shot of tracks === 'audio' ? [] : shots) {
        if (shot.frames > 0) pictures.push(await makePicture(shot, look, workshop))
      }
      for (const reel of tracks === 'video' ? [] : reelsOf(shots)) {
        if (reel.samples > 0) sounds.push(await makeSound(reel, workshop))
      }
      await joinParts({ pictures, sounds, path: unfinished }, workshop)
      await rename(unfinished, path)
      const ignored = new Set(pictures.flatMap((part) => part.ignored))
      return { durationMs, size: (await stat(path)).size, ignored: [...ignored] }
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
    await rm(unfinished, { force: true })
  }
}
