import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { composeFilm } from '../composing/compose.ts'
import type { Timeline } from '../composing/timeline.ts'
import { writeIndividualArchive } from '../recording/individual-archive.ts'
import type { Archive, ComposedOutput } from '../session/archive/archive.ts'
import { defaultLayout } from '../session/composition/layout.ts'
import type { Session } from '../session/session.ts'
import type { Footage } from './reel.ts'
import { tracksOf } from './tracks.ts'

/** Where an archive is made, and of what. */
export interface Workshop {
  readonly archive: Archive
  readonly session: Session
  readonly footage: Footage
  readonly folder: string
  /** The program: a name on the PATH, or a path. */
  readonly ffmpeg: string
  readonly signal: AbortSignal
}

/** The finished file of an archive. */
export interface MadeArchive {
  readonly path: string
  /** Bytes. */
  readonly size: number
  readonly durationMs: number
}

/**
 * Makes the file of an archive. What was recorded for it is removed only when that has worked.
 *
 * @throws {EmulatorError} when FFmpeg is missing, or could not do it
 */
export async function makeArchive(workshop: Workshop): Promise<MadeArchive> {
  const { output } = workshop.archive
  const made =
    output.mode === 'composed' ? await compose(workshop, output) : await collect(workshop)
  for (const { path } of workshop.footage.takes) await rm(path, { force: true })
  return made
}

async function compose(
  { archive, footage, folder, ffmpeg, signal }: Workshop,
  { resolution, maxBitrate, quantizationParameter }: ComposedOutput,
): Promise<MadeArchive> {
  const path = join(folder, 'archive.mp4')
  const { size, durationMs } = await composeFilm(timelineOf(footage, archive.state.since), {
    ffmpeg,
    path,
    workFolder: folder,
    resolution,
    tracks: tracksOf(archive),
    signal,
    ...(maxBitrate !== undefined && { maxBitrate }),
    ...(quantizationParameter !== undefined && { quantizationParameter }),
  })
  return { path, size, durationMs }
}

async function collect({ archive, session, footage, folder }: Workshop): Promise<MadeArchive> {
  const path = join(folder, 'archive.zip')
  const { size } = await writeIndividualArchive(path, {
    archive: {
      id: archive.id,
      name: archive.name,
      createdAt: archive.createdAt,
      sessionId: session.id,
      projectId: session.key,
    },
    streams: footage.takes.flatMap(({ stream: { id, connectionData, videoType }, file }) =>
      file === undefined ? [] : [{ streamId: id, file, connectionData, videoType }],
    ),
  })
  const durationMs = footage.scenes.reduce((sum, { from, until }) => sum + until - from, 0)
  return { path, size, durationMs }
}

// One picture; a film needs that much.
const shortestMs = 40

function timelineOf({ scenes, takes }: Footage, endedAt: number): Timeline {
  const length = scenes.reduce((sum, { from, until }) => sum + until - from, 0)
  const nothing = { from: endedAt - shortestMs, until: endedAt, layout: defaultLayout, streams: [] }
  return {
    scenes: length < shortestMs ? [nothing] : scenes,
    takes: takes.map(({ stream, path, startedAt, endedAt, file }) => ({
      streamId: stream.id,
      path,
      startedAt,
      endedAt,
      hasAudio: file?.hasAudio ?? true,
      hasVideo: file?.hasVideo ?? true,
    })),
  }
}
