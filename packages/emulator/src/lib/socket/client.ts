import { randomUUID } from 'node:crypto'
import type { WebSocket } from 'ws'
import type { Platform } from '../platform/platform.ts'
import { decodeFrame, headerOf } from '../wire/rumor.ts'
import type { Frame } from '../wire/rumor.ts'
import { createDesk } from './desk.ts'
import { createLink } from './link.ts'

/** One client: an identity that outlives its sockets. */
export interface Client {
  /** Goes on with this socket; an older one is given up. */
  attach(socket: WebSocket): void
  /** Breaks the socket as a network fault would. */
  drop(): void
  /** Ends the client for good, so that it does not come back. */
  end(): void
}

export interface ClientOptions {
  /** Whether the client can come back with another socket. */
  readonly resumable: boolean
  /** How long a client may stay away before it counts as gone, in milliseconds. */
  readonly gracePeriodMs: number
  readonly now: () => number
  readonly log: (line: string) => void
  /** The client is gone and will not come back. */
  readonly onGone: () => void
}

// OpenTok.js closes by itself when it is put out; this is for clients that do not.
const hangUpMs = 2000

// WebSocket close codes after which OpenTok.js does not try again.
const unacceptable = 1003
const failed = 1011

export function createClient(platform: Platform, options: ClientOptions): Client {
  const { log } = options
  let socket: WebSocket | undefined
  let absence: NodeJS.Timeout | undefined
  let isOver = false
  // Frames are handled one after the other, although checking a token takes a moment.
  let queue = Promise.resolve()

  const link = createLink({ newId: randomUUID, onOverflow: () => finish(failed) })
  const desk = createDesk(platform, {
    line: {
      push: (from, message) => link.push(from, message),
      hangUp: () => void setTimeout(() => finish(1000), hangUpMs).unref(),
    },
    now: options.now,
    log,
  })

  const finish = (code: number) => {
    isOver = true
    clearTimeout(absence)
    desk.leave('networkDisconnected')
    link.detach()
    socket?.close(code)
    socket = undefined
    options.onGone()
  }

  const inTurn = (task: () => void | Promise<void>) => {
    queue = queue.then(task).catch((error: unknown) => {
      log(`a client was given up: ${String(error)}`)
      finish(failed)
    })
  }

  const receive = async (received: Frame) => {
    const frame = link.receive(received)
    if (frame?.type === 'message') await desk.serve(frame, (answer) => link.answer(frame, answer))
    // The end may have come while the token of a join was checked.
    if (isOver) return desk.leave('networkDisconnected')
    if (frame?.type === 'disconnect' && isForGood(frame)) desk.leave('clientDisconnected')
  }

  const lost = (closed: WebSocket) => {
    if (closed !== socket) return
    socket = undefined
    link.detach()
    if (!options.resumable || !desk.isSeated()) return finish(failed)
    absence = setTimeout(() => finish(failed), options.gracePeriodMs)
  }

  return {
    attach: (next) => {
      clearTimeout(absence)
      const previous = socket
      socket = next
      previous?.terminate()

      next.on('message', (data, isBinary) =>
        inTurn(() => {
          if (next !== socket) return undefined
          const frame = isBinary && data instanceof Uint8Array ? readFrame(data) : undefined
          return frame === undefined ? finish(unacceptable) : receive(frame)
        }),
      )
      next.on('close', () => inTurn(() => lost(next)))
      link.attach((bytes) => next.send(bytes))
    },
    drop: () => socket?.terminate(),
    end: () => finish(failed),
  }
}

function readFrame(bytes: Uint8Array): Frame | undefined {
  try {
    return decodeFrame(bytes)
  } catch {
    return undefined
  }
}

function isForGood(disconnect: Frame): boolean {
  return (headerOf(disconnect, 'reconnect') ?? '') === ''
}
