import { once } from 'node:events'
import { constants, setPriority } from 'node:os'
import { text } from 'node:stream/consumers'
import { EmulatorError } from '../../error.ts'
import { startError, startFfmpeg } from './start-ffmpeg.ts'
import { lastWords } from './last-words.ts'

/** How FFmpeg is run. */
export interface Running {
  /** The program: a name on the PATH, or a path. */
  readonly ffmpeg: string
  /** Ends it by force. */
  readonly signal: AbortSignal
}

/**
 * Runs FFmpeg to its end, giving way to everything else on the machine, and returns what it wrote to standard output.
 *
 * @throws {EmulatorError} `ffmpeg-missing`, or `composing-failed` with its last words
 * @throws the reason of the signal once that is aborted
 */
export async function runFfmpeg(
  args: readonly string[],
  { ffmpeg, signal }: Running,
): Promise<string> {
  signal.throwIfAborted()
  const child = startFfmpeg(['-nostdin', ...args], { ffmpeg, pipes: 'none' })
  if (child.pid !== undefined) giveWay(child.pid)
  const kill = () => void child.kill('SIGKILL')
  signal.addEventListener('abort', kill)
  try {
    const words = lastWords(child.stderr)
    const [[code], output] = await Promise.all([ended(child), text(child.stdout)])
    signal.throwIfAborted()
    if (code === 0) return output
    throw new EmulatorError('composing-failed', `FFmpeg could not do it: ${words()}`)
  } finally {
    signal.removeEventListener('abort', kill)
  }
}

async function ended(child: ReturnType<typeof startFfmpeg>): Promise<readonly unknown[]> {
  return once(child, 'close').catch((cause: unknown) => {
    throw startError(cause)
  })
}

function giveWay(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // It has ended already, or the machine does not allow it.
  }
}
