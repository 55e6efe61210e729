import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { PlatformKeys } from '../platform.ts'

/** One call of an SDK in another language; `on` names an object of an earlier answer by its `$ref`. */
export interface Order {
  readonly call: string
  readonly args?: readonly unknown[]
  /** Named arguments, for languages that have them. */
  readonly named?: Readonly<Record<string, unknown>>
  readonly on?: number
}

/** A process that calls an SDK in another language, one order at a time. */
export interface Driver {
  /** Resolves with what the method returned, as JSON; rejects with `TYPE: MESSAGE` of what it threw. */
  call(order: Order): Promise<unknown>
  /** Carries out one order as a project with the same key and another secret. */
  callAsStranger(order: Order): Promise<unknown>
  surface(): readonly string[]
  close(): Promise<void>
}

interface Answer {
  readonly value?: unknown
  readonly error?: string
  readonly surface: readonly string[]
}

/** How the interpreter is started. */
export interface Interpreter {
  readonly command: string
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

export function startDriver(interpreter: Interpreter, platform: PlatformKeys): Driver {
  const { command, args, env } = interpreter
  const { apiKey, apiSecret, url } = platform
  const keys = { API_KEY: apiKey, API_SECRET: apiSecret, API_URL: url }
  const child = spawn(command, args, {
    env: { ...process.env, ...env, ...keys },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  // A process that has ended is noticed by the answer that does not come.
  child.stdin.on('error', () => undefined)
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  const exited = once(child, 'exit')
  let surface: readonly string[] = []
  let last: Promise<unknown> = Promise.resolve()

  const ask = async (order: Order): Promise<unknown> => {
    child.stdin.write(`${JSON.stringify(order)}\n`)
    const line = await lines.next()
    if (line.done) throw new Error(`${command} ended in the middle of ${order.call}`)
    const answer = JSON.parse(line.value) as Answer
    surface = answer.surface
    if (answer.error !== undefined) throw new Error(answer.error)
    return answer.value
  }
  return {
    call: (order) => {
      const next = last.then(
        () => ask(order),
        () => ask(order),
      )
      last = next
      return next
    },
    callAsStranger: async (order) => {
      const stranger = startDriver(interpreter, { ...platform, apiSecret: 'f'.repeat(40) })
      try {
        return await stranger.call(order)
      } finally {
        await stranger.close()
      }
    },
    surface: () => surface,
    close: async () => {
      child.stdin.end()
      await exited
    },
  }
}
