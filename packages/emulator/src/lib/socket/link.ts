import { encodePush } from '../wire/push.ts'
import type { Push } from '../wire/push.ts'
import { encodeJson } from '../wire/raptor.ts'
import type { Raptor } from '../wire/raptor.ts'
import { encodeFrame, headerOf } from '../wire/rumor.ts'
import type { Frame } from '../wire/rumor.ts'
import { toWebSocketMessage } from '../wire/websocket-message.ts'

/** Carries one client's frames across sockets that come and go, so that each message counts once. */
export interface Link {
  /** Uses this way to send WebSocket messages, wakes the client, and repeats what it has not acknowledged. */
  attach(send: (bytes: Uint8Array) => void): void
  /** Keeps what is pushed until the next `attach`. */
  detach(): void
  push(from: string, message: Raptor): void
  answer(request: Frame, answer: LinkAnswer): void
  /** The client has what was pushed with that transaction id. */
  acknowledge(transaction: string): void
  /** Takes care of what is only about the link; what is left is new and for the session. */
  receive(frame: Frame): Frame | undefined
}

export interface LinkAnswer {
  readonly status: number
  readonly body?: object
}

export interface LinkOptions {
  /** A fresh transaction id of 36 characters. */
  readonly newId: () => string
  /** The client acknowledges nothing and too much is waiting for it. */
  readonly onOverflow: () => void
}

const mostUnacknowledged = 4096
// Clients repeat a request only when its answer was lost with a socket, so the last ones are enough.
const mostAnswers = 256

const nothing = new Uint8Array()
const pong = toWebSocketMessage(encodeFrame({ type: 'pong', to: [], headers: [], data: nothing }))

/** See PROTOCOL.md, "Delivery". */
export function createLink({ newId, onOverflow }: LinkOptions): Link {
  // Acknowledgements come in order, so the one that is looked for is the first: a map would cost more.
  const unacknowledged: Push[] = []
  const answers = new Map<string, LinkAnswer | 'pending'>()
  let send: ((bytes: Uint8Array) => void) | undefined

  const acknowledge = (transaction: string) => {
    const index = unacknowledged.findIndex((push) => push.transaction === transaction)
    if (index !== -1) unacknowledged.splice(index, 1)
  }

  const isRepeated = (request: Frame) => {
    const transaction = headerOf(request, 'TRANSACTION-ID')
    if (transaction === undefined) return false
    const known = answers.get(transaction)
    if (known === undefined) {
      answers.set(transaction, 'pending')
      forgetOldest(answers)
      return false
    }
    if (known !== 'pending') send?.(encodeAnswer(request, known))
    return true
  }

  return {
    attach: (newSend) => {
      send = newSend
      send(pong)
      for (const push of unacknowledged) send(encodePush(push))
    },
    detach: () => {
      send = undefined
    },
    push: (from, message) => {
      if (unacknowledged.length >= mostUnacknowledged) return onOverflow()
      const transaction = newId()
      const push = { from, message, transaction }
      unacknowledged.push(push)
      send?.(encodePush(push))
    },
    acknowledge,
    answer: (request, answer) => {
      const transaction = headerOf(request, 'TRANSACTION-ID')
      if (transaction === undefined) return
      answers.set(transaction, answer)
      send?.(encodeAnswer(request, answer))
    },
    receive: (frame) => {
      switch (frame.type) {
        case 'ping':
          send?.(pong)
          return undefined
        case 'status':
          acknowledge(headerOf(frame, 'TRANSACTION-ID') ?? '')
          return undefined
        case 'message':
          return isRepeated(frame) ? undefined : frame
        default:
          return frame
      }
    },
  }
}

function encodeAnswer(request: Frame, { status, body }: LinkAnswer): Uint8Array {
  const frame = encodeFrame({
    type: 'status',
    to: [headerOf(request, 'X-TB-FROM-ADDRESS') ?? ''],
    headers: [
      ['TRANSACTION-ID', headerOf(request, 'TRANSACTION-ID') ?? ''],
      ['STATUS', String(status)],
      ['X-TB-FROM-ADDRESS', request.to[0] ?? ''],
    ],
    data: body === undefined ? nothing : encodeJson(body),
  })
  return toWebSocketMessage(frame)
}

function forgetOldest(answers: Map<string, unknown>): void {
  if (answers.size <= mostAnswers) return
  const [oldest] = answers.keys()
  if (oldest !== undefined) answers.delete(oldest)
}
