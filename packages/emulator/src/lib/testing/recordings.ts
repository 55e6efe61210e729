import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)
const quietly = ['-nostdin', '-v', 'error', '-y']

/** What a recording shows and sounds like from a moment on, for some seconds. */
export interface Passage {
  readonly seconds: number
  /** One of FFmpeg's colours, or something that moves; without it there is no picture. */
  readonly colour?: string
  readonly size?: string
  readonly rate?: number
  /** Hertz; without it there is no sound. */
  readonly tone?: number
  /** How much later than the sound the picture begins, in seconds. */
  readonly pictureAfter?: number
  /** Black and silent in the first half of every second. */
  readonly isBlinking?: boolean
}

/** Makes a WebM file (VP8, Opus) as a live recorder does: no length, no index, one key picture at the start. */
export async function record(path: string, passage: Passage): Promise<string> {
  await run('ffmpeg', argumentsOf(path, passage, []))
  return path
}

/** A recording that grows as time goes by. */
export interface Growing {
  /** When time 0 of the file was, in milliseconds since the epoch, as well as one can tell. */
  readonly startedAt: number
  stop(): Promise<void>
}

/** Makes such a file in real time. */
export async function recordLive(path: string, passage: Passage): Promise<Growing> {
  const child = spawn('ffmpeg', argumentsOf(path, passage, ['-re']), { stdio: 'ignore' })
  const exited = once(child, 'exit')
  while (!existsSync(path) || statSync(path).size === 0) await wait(5)
  return {
    startedAt: Date.now(),
    stop: async () => {
      child.kill('SIGTERM')
      await exited
    },
  }
}

function argumentsOf(path: string, passage: Passage, pace: readonly string[]): readonly string[] {
  const { seconds, colour, size = '160x120', rate = 25, tone } = passage
  const off = `enable='lt(mod(t,1),0.5)'`
  const [dark, quiet] = passage.isBlinking
    ? [`,drawbox=c=black:t=fill:${off}`, `,volume=0:${off}`]
    : ['', '']
  const source = colour === 'motion' ? 'testsrc2=' : `color=${colour}:`
  const picture = `${source}s=${size}:r=${rate}:d=${seconds}${dark}`
  const sound = `sine=${tone}:sample_rate=48000:samples_per_frame=240:d=${seconds}${quiet}`
  const later = passage.pictureAfter ? ['-itsoffset', String(passage.pictureAfter)] : []
  const inputs = [
    ...(colour === undefined ? [] : [...pace, ...later, '-f', 'lavfi', '-i', picture]),
    ...(tone === undefined ? [] : [...pace, '-f', 'lavfi', '-i', sound]),
  ]
  const video = ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-g', '9999']
  const audio = ['-c:a', 'libopus', '-b:a', '64k', '-ac', '2']
  const live = [
    '-f',
    'webm',
    '-live',
    '1',
    '-cluster_time_limit',
    '100',
    '-flush_packets',
    '1',
    path,
  ]
  return [...quietly, ...inputs, ...video, ...audio, ...live]
}

/** Puts recordings behind each other in one file, as when a publisher's picture changes its size. */
export async function splice(path: string, parts: readonly string[]): Promise<string> {
  const list = `ffconcat version 1.0\n${parts.map((part) => `file '${part}'\n`).join('')}`
  await writeFile(`${path}.txt`, list)
  const concat = ['-f', 'concat', '-safe', '0', '-i', `${path}.txt`]
  const copy = ['-c', 'copy', '-f', 'webm', '-live', '1', path]
  await run('ffmpeg', [...quietly, ...concat, ...copy])
  return path
}
