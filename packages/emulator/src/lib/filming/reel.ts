import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { MediaCommand } from '../media/command.ts'
import type { Scene, SceneStream } from '../session/film/scene.ts'
import type { RecordedFile } from '../recording/recorded-file.ts'
import type { Recorded } from './studio.ts'

/** What has been filmed so far for one archive or broadcast, and what is being filmed. */
export interface Reel {
  readonly folder: string
  /** Goes on with that scene; with none, filming pauses. */
  show(scene: Scene | undefined, at: number): void
  /** A recording is complete; the rest of its file is known. */
  recorded(event: Recorded): void
  /** Recordings have ended by accident at that time; the scene goes on in new ones. */
  lost(at: number): void
  /** Ends it; resolves when every recording is complete, or has had time for it. */
  finish(at: number): Promise<Footage>
}

/** Everything that was filmed. */
export interface Footage {
  readonly scenes: readonly (Scene & { readonly from: number; readonly until: number })[]
  readonly takes: readonly Take[]
}

/** One recording of a stream. */
export interface Take {
  readonly stream: SceneStream
  readonly path: string
  /** Milliseconds since the epoch. */
  readonly startedAt: number
  readonly endedAt: number
  /** What is in the file; of a recording that ended by accident only the file itself knows. */
  readonly file?: RecordedFile
}

interface OpenTake {
  readonly leg: string
  readonly stream: SceneStream
  readonly path: string
  readonly startedAt: number
}

/** A recording that is being made. */
export interface GrowingTake {
  readonly streamId: string
  readonly path: string
  readonly startedAt: number
  readonly hasAudio: boolean
  readonly hasVideo: boolean
}

interface ReelOptions {
  readonly folder: string
  readonly tracks: 'audio' | 'video' | 'both'
  readonly route: (command: MediaCommand) => void
  /** Hears of every recording as it begins and ends; what is recorded can be read while it grows. */
  readonly onTake?: (take: GrowingTake) => void
  readonly onTakeEnd?: (streamId: string) => void
}

// Packets that are late are waited for, and a crashed router answers never.
const completionMs = 4000

export function createReel(options: ReelOptions): Reel {
  const { folder, tracks, route } = options
  const scenes: (Scene & { from: number; until: number })[] = []
  const open = new Map<string, OpenTake>()
  const ending = new Map<string, Take>()
  const takes: Take[] = []
  let current: { readonly scene: Scene; readonly from: number } | undefined
  let complete: (() => void) | undefined

  const keyOf = ({ id, source }: SceneStream) => `${id} ${source}`

  const start = (stream: SceneStream, at: number) => {
    const leg = `recording.${randomUUID()}`
    const path = join(folder, `take-${takes.length + ending.size + open.size + 1}.webm`)
    open.set(keyOf(stream), { leg, stream, path, startedAt: at })
    route({ type: 'record', leg, source: stream.source, path, startedAt: at, tracks })
    options.onTake?.({
      streamId: stream.id,
      path,
      startedAt: at,
      hasAudio: tracks !== 'video' && stream.sends !== 'video',
      hasVideo: tracks !== 'audio' && stream.sends !== 'audio',
    })
  }
  const end = (key: string, at: number) => {
    const take = open.get(key)
    if (take === undefined) return
    open.delete(key)
    const { leg, stream, path, startedAt } = take
    ending.set(leg, { stream, path, startedAt, endedAt: at })
    route({ type: 'close', leg })
    options.onTakeEnd?.(stream.id)
  }
  const show: Reel['show'] = (scene, at) => {
    if (current !== undefined && at > current.from) {
      scenes.push({ ...current.scene, from: current.from, until: at })
    }
    current = scene && { scene, from: at }
    const wanted = new Map(scene?.streams.map((stream) => [keyOf(stream), stream]))
    for (const key of open.keys()) if (!wanted.has(key)) end(key, at)
    for (const [key, stream] of wanted) if (!open.has(key)) start(stream, at)
  }
  const settle = () => {
    if (ending.size === 0) complete?.()
  }

  return {
    folder,
    show,
    recorded: ({ leg, file }) => {
      const take = ending.get(leg)
      if (take === undefined) return
      ending.delete(leg)
      takes.push({ ...take, ...(file && { file }) })
      settle()
    },
    lost: (at) => {
      takes.push(...ending.values())
      ending.clear()
      for (const { stream, path, startedAt } of open.values()) {
        takes.push({ stream, path, startedAt, endedAt: at })
      }
      for (const { stream } of open.values()) options.onTakeEnd?.(stream.id)
      open.clear()
      settle()
      show(current?.scene, at)
    },
    finish: async (at) => {
      show(undefined, at)
      if (ending.size > 0) {
        await new Promise<void>((resolve) => {
          complete = resolve
          setTimeout(resolve, completionMs).unref()
        })
      }
      takes.push(...ending.values())
      ending.clear()
      return { scenes, takes: takes.toSorted((a, b) => a.startedAt - b.startedAt) }
    },
  }
}
