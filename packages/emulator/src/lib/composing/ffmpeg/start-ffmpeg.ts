import { spawn } from 'node:child_process'
import type { ChildProcessByStdio } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import { EmulatorError } from '../../error.ts'

/** FFmpeg at work. */
export type FfmpegProcess = ChildProcessByStdio<Writable, Readable, Readable>

interface Starting {
  /** The program: a name on the PATH, or a path. */
  readonly ffmpeg: string
  /** What it gets beside standard output and error: nothing, standard input, or also a fourth pipe in any direction. */
  readonly pipes: 'none' | 'stdin' | 'stdin-and-fourth'
}

const stdio = {
  none: ['ignore', 'pipe', 'pipe'],
  stdin: ['pipe', 'pipe', 'pipe'],
  'stdin-and-fourth': ['pipe', 'pipe', 'pipe', 'pipe'],
} as const

/** Starts FFmpeg; it says nothing but errors. */
export function startFfmpeg(args: readonly string[], { ffmpeg, pipes }: Starting): FfmpegProcess {
  const quiet = ['-hide_banner', '-loglevel', 'error', '-y']
  const child = spawn(ffmpeg, [...quiet, ...args], { stdio: [...stdio[pipes]] }) as FfmpegProcess
  return child
}

/** Why FFmpeg could not be started, with what to do about it. */
export function startError(cause: unknown): EmulatorError {
  const message =
    'FFmpeg cannot be started, and composed archives and broadcasts need it: install it (apt-get install ffmpeg, ' +
    'brew install ffmpeg, winget install ffmpeg) so that it is on the PATH, or say where it is'
  return new EmulatorError('ffmpeg-missing', message, { cause })
}
