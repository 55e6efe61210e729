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
// Version managers put a python3 in front of the system's that does not see the system's packages.
const asked = process.env['OPENTOK_PYTHON']
const candidates = asked ? [asked] : ['python3', '/usr/bin/python3']

/** The OpenTok Python SDK, where one of the interpreters can import it. */
export const pythonOpenTok: SdkUnderTest<PythonOpenTok> = {
  name: 'Python opentok',
  rows: pythonRows,
  missing,
  start: (platform) => {
    const command = candidates.find((each) => failureOf(each) === undefined) ?? 'python3'
    const driver = startDriver({ command, args: [script], env }, platform)
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
  const failures = candidates.map((each) => failureOf(each))
  if (failures.includes(undefined)) return undefined
  const how =
    'pip install opentok, set OPENTOK_PYTHON_SDK to the folder that holds it, or OPENTOK_PYTHON to the interpreter'
  return `the Python SDK cannot be imported (${failures.join('; ')}): ${how}`
}

/** Why an interpreter cannot import the SDK. */
function failureOf(command: string): string | undefined {
  const tried = spawnSync(command, ['-c', 'import opentok'], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  })
  if (tried.error) return `${command} is not installed`
  if (tried.status === 0) return undefined
  return `${command}: ${tried.stderr.trim().split('\n').at(-1) ?? ''}`
}

/** Methods that only show what an object holds, or prepare what other methods send. */
function isAccessor(name: string): boolean {
  return /\.(?:attrs|json)$|headers$|^append_to_user_agent$/.test(name)
}
