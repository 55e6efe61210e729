import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { startFfmpeg } from '../../ffmpeg/start-ffmpeg.ts'
import type { HlsTarget, LiveStatus } from '../messages.ts'
import type { Output } from './output.ts'

type Status = Extract<LiveStatus, { output: 'hls' }>['status']

interface Packaging {
  readonly ffmpeg: string
  readonly report: (status: Status) => void
}

/** How long a segment is, in seconds. */
export function segmentSeconds({ mode }: HlsTarget): number {
  return mode === 'low-latency' ? 1 : 2
}

/** Cuts the composition into a playlist and its segments. */
export function createHls(target: HlsTarget, { ffmpeg, report }: Packaging): Output {
  const playlist = join(target.folder, 'playlist.m3u8')
  const input = ['-analyzeduration', '1000000', '-f', 'mpegts', '-i', 'pipe:0']
  const args = [...input, '-c', 'copy', ...formatOf(target), playlist]
  const child = startFfmpeg(args, { ffmpeg, pipes: 'stdin' })
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()))
  let status: Status = 'connecting'
  const become = (next: Status) => {
    if (status === next || status === 'ended' || status === 'error') return
    status = next
    report(next)
  }
  child.on('error', () => become('error'))
  child.on('exit', () => become('error'))
  child.stdin.on('error', () => undefined)
  child.stdout.resume()
  child.stderr.resume()
  report(status)
  return {
    write: (bytes) => {
      if (!child.stdin.writable) return
      child.stdin.write(bytes)
      if (status === 'connecting') become('ready')
      if (status === 'ready' && existsSync(playlist)) become('live')
    },
    close: async () => {
      become('ended')
      child.stdin.end()
      await closed
    },
  }
}

function formatOf(target: HlsTarget): readonly string[] {
  const time = ['-f', 'hls', '-hls_time', String(segmentSeconds(target))]
  return [...time, ...playlistOf[target.mode]]
}

const flags = 'independent_segments+program_date_time'
const sliding = ['-hls_flags', `${flags}+delete_segments`, '-hls_delete_threshold', '5']
const fragments = ['-bsf:a', 'aac_adtstoasc', '-hls_segment_type', 'fmp4']

const playlistOf = {
  dvr: ['-hls_flags', flags, '-hls_playlist_type', 'event', '-hls_list_size', '0'],
  sliding: [...sliding, '-hls_list_size', '10'],
  'low-latency': [...sliding, ...fragments, '-hls_list_size', '6'],
} satisfies Record<HlsTarget['mode'], readonly string[]>
