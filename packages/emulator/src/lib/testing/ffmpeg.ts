import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'

export interface Ran {
  readonly code: number | null
  readonly output: string
  readonly complaints: string
}

/** Runs FFmpeg (or another of its programs) to its end. */
export async function runFfmpeg(
  args: readonly string[],
  program: 'ffmpeg' | 'ffprobe' = 'ffmpeg',
): Promise<Ran> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const closed = once(child, 'close')
  const [output, complaints] = await Promise.all([text(child.stdout), text(child.stderr)])
  const [code] = (await closed) as [number | null]
  return { code, output, complaints }
}

export interface Decoded {
  /** Times of the decoded frames, in seconds. */
  readonly audio: readonly number[]
  readonly video: readonly number[]
  /** `320x240` and so on, of each decoded picture. */
  readonly sizes: readonly string[]
  readonly complaints: string
}

/** Decodes everything in a file. */
export async function decode(path: string): Promise<Decoded> {
  const entries = 'frame=media_type,pts_time,width,height'
  const shown = ['-v', 'error', '-show_entries', entries, '-of', 'csv=p=0', path]
  const { output, complaints } = await runFfmpeg(shown, 'ffprobe')
  const rows = output.split('\n').map((line) => line.split(','))
  const timesOf = (kind: string) =>
    rows.filter(([type]) => type === kind).map(([, time]) => Number(time))
  const sizes = rows.flatMap(([type, , width, height]) =>
    type === 'video' ? `${width}x${height}` : [],
  )
  return { audio: timesOf('audio'), video: timesOf('video'), sizes, complaints }
}

export interface Probed {
  readonly format: Readonly<Record<string, string>>
  readonly streams: readonly Readonly<Record<string, string | number>>[]
}

/** What a file says of itself. */
export async function probe(path: string): Promise<Probed> {
  const shown = ['-v', 'error', '-show_format', '-show_streams', '-of', 'json', path]
  const { output } = await runFfmpeg(shown, 'ffprobe')
  return JSON.parse(output) as Probed
}
