import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Program } from '../../support/programs.ts'
import type { ProbeKeys, ProbeReport } from './probe.ts'

const run = promisify(execFile)

export async function runProbe(
  { path, options }: Program,
  { module, keys }: { readonly module: string; readonly keys: ProbeKeys },
): Promise<ProbeReport> {
  if (path === undefined) throw new Error('There is no such runtime here.')
  const { stdout } = await run(path, [...options, module, JSON.stringify(keys)])
  return JSON.parse(stdout) as ProbeReport
}
