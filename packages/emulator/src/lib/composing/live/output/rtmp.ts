import { startFfmpeg } from '../../ffmpeg/start-ffmpeg.ts'
import type { FfmpegProcess } from '../../ffmpeg/start-ffmpeg.ts'
import type { LiveStatus, RtmpTarget } from '../messages.ts'
import type { Output } from './output.ts'

type Status = Extract<LiveStatus, { output: 'rtmp' }>['status']

interface Pushing {
  readonly ffmpeg: string
  readonly report: (status: Status) => void
}

const retryMs = 3000

// About ten seconds of it: a server that takes no more is as good as gone.
const mostWaiting = 4 * 2 ** 20

/** Sends the composition to a server; one that is not there is tried again until the end. */
export function createRtmp(target: RtmpTarget, { ffmpeg, report }: Pushing): Output {
  let child: FfmpegProcess | undefined
  let gone: Promise<void> = Promise.resolve()
  let retry: NodeJS.Timeout | undefined
  let status: Status | undefined
  let closed = false
  const become = (next: Status) => {
    if (status === next || closed) return
    status = next
    report(next)
  }
  const connect = () => {
    const started = startFfmpeg(argumentsOf(target), { ffmpeg, pipes: 'stdin' })
    child = started
    gone = new Promise((resolve) => started.once('close', () => resolve()))
    let isBeyondHope = false
    started.on('error', () => become('error'))
    started.stdin.on('error', () => undefined)
    // Nothing of what it says is passed on: it may name the stream.
    started.stderr.setEncoding('utf8').on('data', (words: string) => {
      isBeyondHope ||= words.includes('Protocol not found')
    })
    started.stdout.setEncoding('utf8').on('data', (progress: string) => {
      if (/^total_size=[1-9]/m.test(progress)) become('live')
    })
    started.once('exit', () => {
      become(isBeyondHope ? 'error' : 'offline')
      if (!isBeyondHope && !closed) retry = setTimeout(connect, retryMs)
    })
  }
  become('connecting')
  connect()
  return {
    write: (bytes) => {
      if (child?.stdin.writable !== true) return
      if (child.stdin.writableLength > mostWaiting) child.kill('SIGKILL')
      else child.stdin.write(bytes)
    },
    close: async () => {
      closed = true
      clearTimeout(retry)
      child?.stdin.end()
      const forced = setTimeout(() => child?.kill('SIGKILL'), 2000)
      await gone
      clearTimeout(forced)
    },
  }
}

function argumentsOf({ url }: RtmpTarget): readonly string[] {
  const input = ['-analyzeduration', '1000000', '-f', 'mpegts', '-i', 'pipe:0']
  const progress = ['-progress', 'pipe:1', '-stats_period', '0.5']
  // Ten seconds, in millionths of one.
  const patience = url.startsWith('rtmp') ? ['-rw_timeout', '10000000'] : []
  return [...input, ...progress, '-c', 'copy', ...patience, '-f', 'flv', url]
}
