import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { RunningSdk, SdkUnderTest } from '../sdk.ts'
import { startDriver } from './driver.ts'
import { projectIdOf } from './opentok-kind.ts'
import { pythonRows } from './python-rows.ts'
import { pythonVerbs, type PythonOpenTok } from './python-verbs.ts'

const script = join(import.meta.dirname, '../drivers/driver.py')
const folder = process.env['OPENTOK_PYTHON_SDK']
const path = [folder, process.env['PYTHONPATH']].filter(Boolean).join(':')
const env = path === '' ? {} : { PYTHONPATH: path }

/** The OpenTok Python SDK, where `python3` can import it. */
export const pythonOpenTok: SdkUnderTest<PythonOpenTok> = {
  name: 'Python opentok',
  rows: pythonRows,
  missing,
  start: (platform) => {
    const driver = startDriver({ command: 'python3', args: [script], env }, platform)
    const { apiKey } = platform
    const projectId = projectIdOf(apiKey)
    const running: RunningSdk<PythonOpenTok> = {
      verbs: pythonVerbs(driver),
      applicationId: apiKey,
      owner: {
        // The SDK's objects have one of the two fields each.
        archive: { partnerId: Number(apiKey) },
        broadcast: { projectId },
        render: { projectId },
      },
      surface: () => driver.surface().filter((name) => !isAccessor(name)),
      close: () => driver.close(),
    }
    return Promise.resolve(running)
  },
}

function missing(): string | undefined {
  const tried = spawnSync('python3', ['-c', 'import opentok'], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  })
  if (tried.error) return 'python3 is not installed; install it, then: pip install opentok'
  if (tried.status === 0) return undefined
  const reason = tried.stderr.trim().split('\n').at(-1) ?? ''
  return `python3 cannot import the SDK (${reason}): pip install opentok, or set OPENTOK_PYTHON_SDK to the folder that holds it`
}

/** Methods that only show what an object holds, or prepare what other methods send. */
function isAccessor(name: string): boolean {
  return /\.(?:attrs|json)$|headers$|^append_to_user_agent$/.test(name)
}
