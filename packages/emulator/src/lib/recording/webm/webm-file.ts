import { createGrowingFile } from '../growing-file.ts'
import { type Block, cluster, clusterLimitMs } from './cluster.ts'
import { type Cue, cues } from './cues.ts'
import { segmentStart, webmHeader } from './header.ts'
import type { WebmTrack } from './track.ts'

/** A WebM file that can be played up to its last cluster whenever its writer dies. */
export interface WebmFile {
  /** Writes the header; once, before the first block. */
  open(tracks: readonly WebmTrack[]): void
  /** `now`: milliseconds by any clock that {@link WebmFile.flush} is told by too. */
  add(block: Block, now: number): void
  /** Writes out blocks that have been waiting for others longer than a cluster lasts. */
  flush(now: number): void
  /** Writes the rest, the seek index, and a header with the duration and with what the tracks turned out to be. */
  finish(end: {
    readonly tracks: readonly WebmTrack[]
    readonly durationMs: number
  }): Promise<{ readonly size: number }>
}

const clusterMs = 200
const cueMs = 1000

/** `startedAt`: milliseconds since the epoch of the file's time 0. */
export function createWebmFile(path: string, startedAt: number): WebmFile {
  const file = createGrowingFile(path)
  const places: Cue[] = []
  let segmentAt = 0
  let blocks: Block[] = []
  let openedAt = 0

  function writeCluster(): void {
    const [first] = blocks
    if (first === undefined) return
    mark(first)
    file.append(cluster(blocks))
    blocks = []
  }

  /** Pictures are jumped to by their keyframes; sound, where there is nothing else, once a second. */
  function mark(first: Block): void {
    const { kind, time, isKeyframe } = first
    const previous = places.at(-1)
    const isDue = previous === undefined || time - previous.time >= cueMs
    const isPlace = kind === 'video' ? isKeyframe : isDue && previous?.kind !== 'video'
    if (isPlace) places.push({ kind, time, position: file.size() - segmentAt })
  }

  return {
    open: (tracks) => {
      segmentAt = segmentStart(tracks)
      file.append(webmHeader({ startedAt, tracks }))
    },
    add: (block, now) => {
      const [first] = blocks
      const isApart = first !== undefined && Math.abs(block.time - first.time) > clusterLimitMs
      const startsCluster = block.kind === 'video' && block.isKeyframe
      if (isApart || startsCluster) writeCluster()
      if (blocks.length === 0) openedAt = now
      blocks.push(block)
    },
    flush: (now) => {
      if (now - openedAt >= clusterMs) writeCluster()
    },
    finish: async ({ tracks, durationMs }) => {
      writeCluster()
      const cuesAt = file.size()
      if (places.length > 0) file.append(cues(places))
      const seek = places.length > 0 ? { cuesAt } : {}
      const complete = { durationMs, fileSize: file.size(), ...seek }
      await file.finish(webmHeader({ startedAt, tracks, complete }))
      return { size: complete.fileSize }
    },
  }
}
