import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'

interface Following {
  /** Whether nothing will be added any more. */
  readonly hasEnded: () => boolean
  readonly signal: AbortSignal
}

// As often as there are pictures; events of the file system come later on some machines and not at all on others.
const pauseMs = 40

/** The bytes of a file that is still written, until its end; one that is not there yet is waited for. */
export async function* followFile(path: string, following: Following): AsyncGenerator<Buffer> {
  const file = await openOnceThere(path, following)
  if (file === undefined) return
  try {
    while (!following.signal.aborted) {
      // What was added before the end was said must still be read.
      const ended = following.hasEnded()
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(65_536))
      if (bytesRead > 0) yield buffer.subarray(0, bytesRead)
      else if (ended) return
      else await wait(pauseMs)
    }
  } finally {
    await file.close()
  }
}

async function openOnceThere(
  path: string,
  { hasEnded, signal }: Following,
): Promise<FileHandle | undefined> {
  while (!signal.aborted) {
    const ended = hasEnded()
    const file = await open(path).catch(() => undefined)
    if (file !== undefined || ended) return file
    await wait(pauseMs)
  }
  return undefined
}
