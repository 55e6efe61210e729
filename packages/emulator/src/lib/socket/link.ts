import { encodeJson } from '../wire/raptor.ts'
import type { Raptor } from '../wire/raptor.ts'
import { encodeFrame, headerOf } from '../wire/rumor.ts'
import type { Frame } from '../wire/rumor.ts'

/** Carries one client's frames across sockets that come and go, so that each message counts once. */
export interface Link {
  /** Uses this way to send, wakes the client, and repeats what it has not acknowledged. */
  attach(send: (bytes: Uint8Array) => void): void
  /** Keeps what is pushed until the next `attach`. */
  detach(): void
  push(from: string, message: Raptor): void
  answer(request: Frame, answer: { readonly status: number; readonly body?: object }): void
  /** Takes care of what is only about the link; what is left is new and for the session. */
  receive(frame: Frame): Frame | undefined
}

export interface LinkOptions {
  /** A fresh transaction id. */
  readonly newId: () => string
  /** The client acknowledges nothing and too much is waiting for it. */
  readonly onOverflow: () => void
}

const mostUnacknowledged = 4096
// Clients repeat a request only when its answer was lost with a socket, so the last ones are enough.
const mostAnswers = 256

const nothing = new Uint8Array()

/** See PROTOCOL.md, "Delivery". */
export function createLink({ newId, onOverflow }: LinkOptions): Link {
  const unacknowledged = new Map<string, Uint8Array>()
  const answers = new Map<string, Uint8Array | 'pending'>()
  let send: ((bytes: Uint8Array) => void) | undefined

  const isRepeated = (request: Frame) => {
    const transaction = headerOf(request, 'TRANSACTION-ID')
    if (transaction === undefined) return false
    const known = answers.get(transaction)
    if (known === undefined) {
      answers.set(transaction, 'pending')
      forgetOldest(answers)
      return false
    }
    if (known !== 'pending') send?.(known)
    return true
  }

  return {
    attach: (newSend) => {
      send = newSend
      send(encodeFrame({ type: 'pong', to: [], headers: [], data: nothing }))
      for (const bytes of unacknowledged.values()) send(bytes)
    },
    detach: () => {
      send = undefined
    },
    push: (from, message) => {
      if (unacknowledged.size >= mostUnacknowledged) return onOverflow()
      const transaction = newId()
      const bytes = encodeFrame({
        type: 'message',
        to: [],
        headers: [
          ['Content-Type', 'application/x-raptor+v2'],
          ['TRANSACTION-ID', transaction],
          ['X-TB-FROM-ADDRESS', from],
        ],
        data: encodeJson(message),
      })
      unacknowledged.set(transaction, bytes)
      send?.(bytes)
    },
    answer: (request, { status, body }) => {
      const transaction = headerOf(request, 'TRANSACTION-ID')
      if (transaction === undefined) return
      const bytes = encodeFrame({
        type: 'status',
        to: [headerOf(request, 'X-TB-FROM-ADDRESS') ?? ''],
        headers: [
          ['TRANSACTION-ID', transaction],
          ['STATUS', String(status)],
          ['X-TB-FROM-ADDRESS', request.to[0] ?? ''],
        ],
        data: body === undefined ? nothing : encodeJson(body),
      })
      answers.set(transaction, bytes)
      send?.(bytes)
    },
    receive: (frame) => {
      switch (frame.type) {
        case 'ping':
          send?.(encodeFrame({ type: 'pong', to: [], headers: [], data: nothing }))
          return undefined
        case 'status':
          unacknowledged.delete(headerOf(frame, 'TRANSACTION-ID') ?? '')
          return undefined
        case 'message':
          return isRepeated(frame) ? undefined : frame
        default:
          return frame
      }
    },
  }
}

function forgetOldest(answers: Map<string, unknown>): void {
  const [oldest] = answers.keys()
  if (answers.size > mostAnswers && oldest !== undefined) answers.delete(oldest)
}
