import { EmulatorError } from '../../error.ts'
import { runFfmpeg } from './run-ffmpeg.ts'
import type { Running } from './run-ffmpeg.ts'

/** What of a recording can be decoded. */
export interface Contents {
  readonly hasAudio: boolean
  readonly hasVideo: boolean
}

const nothing: Contents = { hasAudio: false, hasVideo: false }

/** Decodes the beginning of a recording; one that is cut short before that has nothing in it. */
export async function probe(path: string, running: Running): Promise<Contents> {
  const first = ['-map', '0:v:0?', '-frames:v', '1', '-map', '0:a:0?', '-frames:a', '1']
  try {
    return readChecksums(await runFfmpeg(['-i', path, ...first, '-f', 'framecrc', '-'], running))
  } catch (error) {
    if (error instanceof EmulatorError && error.code === 'composing-failed') return nothing
    throw error
  }
}

/** FFmpeg's list of decoded frames: `#media_type 0: video`, then `0, …` for each frame. */
function readChecksums(list: string): Contents {
  const lines = list.split('\n')
  const has = (kind: 'audio' | 'video') => {
    const header = lines.find((line) => line.startsWith('#media_type') && line.endsWith(kind))
    const index = /^#media_type (\d+)/.exec(header ?? '')?.[1]
    return index !== undefined && lines.some((line) => line.startsWith(`${index},`))
  }
  return { hasAudio: has('audio'), hasVideo: has('video') }
}
