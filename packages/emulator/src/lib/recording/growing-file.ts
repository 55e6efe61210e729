import { open } from 'node:fs/promises'

/** A file that others may read while it grows. */
export interface GrowingFile {
  /** What was appended, in bytes, whether written already or not. */
  size(): number
  append(bytes: Buffer): void
  /** Replaces the file's first bytes once all else is written, and closes it; rejects with the first failure of them all. */
  finish(firstBytes: Buffer): Promise<void>
}

/** Creates the file, or empties one that is there. */
export function createGrowingFile(path: string): GrowingFile {
  let size = 0
  const opened = open(path, 'w')
  let written: Promise<unknown> = opened
  // Nobody waits for each write; the failure stays in the chain for `finish`.
  const observe = (): void => void written.catch(() => undefined)
  observe()

  return {
    size: () => size,
    append: (bytes) => {
      size += bytes.length
      written = written.then(async () => (await opened).appendFile(bytes))
      observe()
    },
    finish: async (firstBytes) => {
      const handle = await opened
      try {
        await written
        await handle.write(firstBytes, 0, firstBytes.length, 0)
      } finally {
        await handle.close()
      }
    },
  }
}
