import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export type Addresses = {
  demo: string
  backend: string
  emulator: string
  apiKey: string
  apiSecret: string
  applicationId: string
  privateKey: string
}

export type Stack = Addresses & {
  /** Of the process that all of it runs in, but for media. */
  pid: number
  /** Everything that the processes printed on stderr so far. */
  complaints(): string
  close(): Promise<void>
}

/** Runs what `npm start -- --json` runs, on free ports, as a process of its own. */
export async function startStack(env: Record<string, string> = {}): Promise<Stack> {
  const script = join(import.meta.dirname, '../../scripts/start.ts')
  const child = spawn(process.execPath, [script, '--json'], {
    env: { ...process.env, OT_DEMO_PORT: '0', OT_BACKEND_PORT: '0', OT_EMULATOR_PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let complaints = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text))
  const exited = once(child, 'exit')
  const line = await Promise.race([
    once(createInterface(child.stdout), 'line').then(([text]) => String(text)),
    exited.then(([code]) =>
      Promise.reject(new Error(`The stack ended with ${code}: ${complaints}`)),
    ),
  ])
  return {
    ...(JSON.parse(line) as Addresses),
    pid: child.pid ?? NaN,
    complaints: () => complaints,
    close: async () => {
      child.kill('SIGTERM')
      await exited
    },
  }
}
