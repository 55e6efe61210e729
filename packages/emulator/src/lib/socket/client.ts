import type { WebSocket } from 'ws'
import type { Platform } from '../platform/platform.ts'
import { readAcknowledgement } from '../wire/acknowledgement.ts'
import { decodeFrame, headerOf } from '../wire/rumor.ts'
import type { Frame } from '../wire/rumor.ts'
import { transactionIds } from '../wire/transaction-ids.ts'
import { createDesk } from './desk.ts'
import { createLink } from './link.ts'
import type { Outlet } from './outlet.ts'
import { watchSilence } from './silence.ts'
import { createTurns } from './turns.ts'

/** One client: an identity that outlives its sockets. */
export interface Client {
  /** Goes on with this socket and the way out through it; an older one is given up. */
  attach(socket: WebSocket, outlet: Outlet): void
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
  /** How long a socket may bring nothing before it counts as lost, in milliseconds; 75,000 when absent. */
  readonly silenceLimitMs?: number
  readonly now: () => number
  readonly log: (line: string) => void
  /** The client is gone and will not come back. */
  readonly onGone: () => void
}

// OpenTok.js pings every two seconds, but browsers let the timers of a hidden page run once a minute.
const usualSilenceLimitMs = 75_000

// OpenTok.js closes by itself when it is put out; this is for clients that do not.
const hangUpMs = 2000

// WebSocket close codes after which OpenTok.js does not try again.
const unacceptable = 1003
const failed = 1011

export function createClient(platform: Platform, options: ClientOptions): Client {
  const { log, silenceLimitMs = usualSilenceLimitMs } = options
  let socket: WebSocket | undefined
  let absence: NodeJS.Timeout | undefined
  let isOver = false

  const link = createLink({ newId: transactionIds(), onOverflow: () => finish(failed) })
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

  const inTurn = createTurns((error) => {
    log(`a client was given up: ${String(error)}`)
    finish(failed)
  })

  const receive = (received: Frame): void | Promise<void> => {
    const frame = link.receive(received)
    if (frame?.type === 'disconnect' && isForGood(frame)) desk.leave('clientDisconnected')
    if (frame?.type !== 'message') return undefined
    const serving = desk.serve(frame, (answer) => link.answer(frame, answer))
    return serving?.then(() => {
      // The end may have come while the token of a join was checked.
      if (isOver) desk.leave('networkDisconnected')
    })
  }

  const lost = (closed: WebSocket) => {
    if (closed !== socket) return
    socket = undefined
    link.detach()
    if (!options.resumable || !desk.isSeated()) return finish(failed)
    absence = setTimeout(() => finish(failed), options.gracePeriodMs)
  }

  return {
    attach: (next, outlet) => {
      clearTimeout(absence)
      const previous = socket
      socket = next
      previous?.terminate()

      const silence = watchSilence({ limitMs: silenceLimitMs, onSilent: () => next.terminate() })
      next.on('message', (data, isBinary) => {
        silence.heard()
        const acknowledged = Buffer.isBuffer(data) ? readAcknowledgement(data) : undefined
        if (acknowledged !== undefined) return link.acknowledge(acknowledged)
        inTurn(() => {
          if (next !== socket) return undefined
          const frame = isBinary && data instanceof Uint8Array ? readFrame(data) : undefined
          return frame === undefined ? finish(unacceptable) : receive(frame)
        })
      })
      next.on('close', () => {
        silence.stop()
        inTurn(() => lost(next))
      })
      link.attach(outlet)
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
