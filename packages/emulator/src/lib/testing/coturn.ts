import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findProgram } from '../turn/find-program.ts'

/** Where coturn is on this machine; empty when it is not there. */
export const coturn = (await findProgram('turnserver', process.env['PATH'] ?? '')) ?? ''

/** Why a test that needs coturn is left out; `false` when it is there. */
export const withoutCoturn = coturn === '' && 'coturn is not installed'

/** A folder that stands for the system's temporary one, so that a test sees what is left in it. */
export interface TemporaryFolder {
  readonly path: string
  /** The process that runs with the folder that is in it. */
  pid(): Promise<number>
  entries(): Promise<readonly string[]>
  [Symbol.asyncDispose](): Promise<void>
}

/** Makes `os.tmpdir()` an empty folder until it is disposed of. */
export async function temporaryFolder(): Promise<TemporaryFolder> {
  const before = process.env['TMPDIR']
  const path = await mkdtemp(join(tmpdir(), 'emulator-'))
  process.env['TMPDIR'] = path
  const entries = () => readdir(path)
  return {
    path,
    entries,
    pid: async () => {
      const [folder = ''] = await entries()
      return Number(await readFile(join(path, folder, 'pid'), 'utf8'))
    },
    [Symbol.asyncDispose]: async () => {
      if (before === undefined) delete process.env['TMPDIR']
      else process.env['TMPDIR'] = before
      await rm(path, { recursive: true })
    },
  }
}

/** Whether a process is there. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
