import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { tellChild } from '../../tell-child.ts'
import { freeUdpPort } from '../../transport/free-port.ts'
import type { MediaListener, MediaRouter } from '../media-router.ts'
import { createSilentRouter } from '../silent-router.ts'
import type { FromRouter, RouterAddress, ToRouter } from './messages.ts'

export interface ChildRouterOptions extends MediaListener {
  readonly address: string
  /** UDP; any free one when 0. */
  readonly port: number
  readonly advertised: readonly string[]
  readonly log: (line: string) => void
}

// Something that crashes whenever it is used must not be tried for ever.
const mostCrashes = 20

/** The media router in a process of its own, which is there from the first command on. */
export function createChildRouter(options: ChildRouterOptions): MediaRouter {
  let child: Promise<ChildProcess> | undefined
  const silent = createSilentRouter(options)
  let crashes = 0
  let isUsable = true
  let closed = false

  const start = async (): Promise<ChildProcess> => {
    const { address, advertised } = options
    const port = options.port === 0 ? await freeUdpPort(address) : options.port
    const where: RouterAddress = { address, port, advertised }
    const started = fork(entry(), [JSON.stringify(where)], {
      execArgv: [],
      // Sound passes as bytes.
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    let complaint = ''
    started.stderr?.setEncoding('utf8').on('data', (text: string) => {
      complaint = (complaint + text).slice(-500)
    })
    let isReady = false
    started.on('message', (message: FromRouter) => {
      if (message.type === 'event') options.event(message.sessionId, message.event)
      else isReady = true
    })
    started.on('exit', (code, signal) => {
      child = undefined
      if (closed) return
      crashes += 1
      isUsable = isReady && crashes <= mostCrashes
      const outlook = isUsable ? 'Media comes back by itself.' : 'Routed sessions only signal.'
      options.log(
        `The media router ended with ${signal ?? code}. ${outlook} ${complaint}`.trimEnd(),
      )
      options.lost()
    })
    return started
  }
  const tell = (message: ToRouter) => {
    child ??= start()
    child.then((running) => tellChild(running, message), options.log)
  }

  return {
    perform: (sessionId, command) => {
      if (closed) return
      if (isUsable) tell({ type: 'perform', sessionId, command })
      else silent.perform(sessionId, command)
    },
    crash: () => void child?.then((running) => running.kill('SIGKILL'), options.log),
    clear: () => {
      if (child !== undefined) tell({ type: 'clear' })
    },
    close: async () => {
      if (closed) return
      closed = true
      const running = await child
      if (running === undefined || running.exitCode !== null) return
      const exited = once(running, 'exit')
      running.kill('SIGKILL')
      await exited
    },
  }
}

function entry(): string {
  const extension = extname(fileURLToPath(import.meta.url))
  return fileURLToPath(new URL(`./main${extension}`, import.meta.url))
}
