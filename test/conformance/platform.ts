import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** Where the platform is and the keys of its default project and application. */
export interface PlatformKeys {
  readonly url: string
  readonly apiKey: string
  readonly apiSecret: string
  readonly applicationId: string
  readonly privateKey: string
}

export interface RunningPlatform extends PlatformKeys {
  close(): Promise<void>
}

const emulator = join(import.meta.dirname, '../../packages/emulator/src/cli.ts')

/** Runs the emulator as its users do: a process of its own on a free port. */
export async function startPlatform(): Promise<RunningPlatform> {
  const child = spawn(process.execPath, [emulator, '--port', '0', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  const line = await Promise.race([
    once(createInterface(child.stdout), 'line').then(([text]) => String(text)),
    exited.then(([code]) => Promise.reject(new Error(`The emulator ended with ${code}`))),
  ])
  return {
    ...(JSON.parse(line) as PlatformKeys),
    close: async () => {
      child.kill('SIGTERM')
      await exited
    },
  }
}
