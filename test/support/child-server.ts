import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Memory } from './vitals.ts'

/** A server in a process of its own, which tells how it is. */
export type ChildServer<Greeting> = {
  /** `taskset` becomes the program that it starts. */
  pid: number
  /** The one line of JSON it printed when it was ready. */
  greeting: Greeting
  /** What it needs after a garbage collection. */
  memory(): Promise<Memory>
  /** The processor time it has used so far, in milliseconds. */
  processorTime(): Promise<number>
  /** Everything it printed on stderr so far. */
  complaints(): string
  isAlive(): boolean
  close(): Promise<void>
}

export type ChildServerOptions = {
  args?: string[]
  /** Beside the environment of this process. */
  env?: Record<string, string>
  /** The only processor it may use, where the system can say so. */
  processor?: number
}

/** Runs a TypeScript file that prints one line of JSON when it is ready. */
export async function startChildServer<Greeting>(
  file: string,
  { args = [], env = {}, processor }: ChildServerOptions = {},
): Promise<ChildServer<Greeting>> {
  const vitals = join(import.meta.dirname, 'vitals.ts')
  const command = [process.execPath, '--expose-gc', '--import', vitals, file, ...args]
  const [program = '', ...rest] =
    processor !== undefined && canPin() ? ['taskset', '-c', `${processor}`, ...command] : command
  const child = spawn(program, rest, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let complaints = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (complaints += text))
  const exited = once(child, 'exit')
  if (child.stdout === null) throw new Error('The output of a child cannot be read')
  const line = await Promise.race([
    once(createInterface(child.stdout), 'line').then(([text]) => String(text)),
    exited.then(([code]) => Promise.reject(new Error(`${file} ended with ${code}: ${complaints}`))),
  ])
  const ask = async <Told>(question: string): Promise<Told> => {
    const answered = once(child, 'message').then(([answer]) => answer as Told)
    const ended = exited.then(([code]) =>
      Promise.reject(new Error(`${file} ended with ${code}: ${complaints}`)),
    )
    child.send(question)
    return Promise.race([answered, ended])
  }
  return {
    pid: child.pid ?? NaN,
    greeting: JSON.parse(line) as Greeting,
    memory: () => ask<Memory>('memory'),
    processorTime: () => ask<number>('processor time'),
    complaints: () => complaints,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    close: async () => {
      child.kill('SIGTERM')
      await exited
    },
  }
}

export type EmulatorGreeting = { url: string; apiKey: string; apiSecret: string }

/** The emulator as its command starts it. */
export function startEmulatorProcess(
  options: Pick<ChildServerOptions, 'env' | 'processor'> = {},
): Promise<ChildServer<EmulatorGreeting>> {
  const file = join(import.meta.dirname, '../../packages/emulator/src/cli.ts')
  return startChildServer(file, { ...options, args: ['--port', '0', '--json'] })
}

/** Leaves a processor to somebody else, where the system can do so. */
export function keepOff(processor: number): void {
  const others = cpus().flatMap((_, index) => (index === processor ? [] : [index]))
  if (others.length > 0) spawnSync('taskset', ['-a', '-cp', others.join(','), String(process.pid)])
}

function canPin(): boolean {
  return spawnSync('taskset', ['-c', '0', 'true']).status === 0
}
