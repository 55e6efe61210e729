import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runFfmpeg } from '../ffmpeg/run-ffmpeg.ts'
import { soundEncoding } from './encoding.ts'
import type { Part, Workshop } from './film-parts.ts'

interface Joining {
  readonly pictures: readonly Part[]
  readonly sounds: readonly Part[]
  readonly path: string
}

/** Makes one MP4, which can be played while it is still loading, of the parts of a film; one kind of them may be missing. */
export async function joinParts(
  { pictures, sounds, path }: Joining,
  { folder, ...running }: Workshop,
): Promise<void> {
  const inputs: string[] = []
  const outputs: string[] = []
  const add = async (parts: readonly Part[], name: string, encoding: readonly string[]) => {
    if (parts.length === 0) return
    const list = join(folder, name)
    await writeFile(list, listOf(parts))
    outputs.push('-map', String(inputs.length / 4), ...encoding)
    inputs.push('-f', 'concat', '-i', list)
  }
  await add(pictures, 'pictures.txt', ['-c:v', 'copy'])
  await add(sounds, 'sounds.txt', soundEncoding())
  await runFfmpeg([...inputs, ...outputs, '-movflags', '+faststart', '-f', 'mp4', path], running)
}

/** In the language of FFmpeg's concat demuxer; names without a folder are beside the list. */
function listOf(parts: readonly Part[]): string {
  const lines = parts.map(({ file, seconds }) => `file ${file}\nduration ${seconds.toFixed(6)}\n`)
  return `ffconcat version 1.0\n${lines.join('')}`
}
