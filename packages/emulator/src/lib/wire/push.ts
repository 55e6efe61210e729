import { encodeJson } from './raptor.ts'
import type { Raptor } from './raptor.ts'
import { encodeFrame } from './rumor.ts'
import { headSize, toWebSocketMessage } from './websocket-message.ts'

/** A message on its way to one receiver. */
export interface Push {
  readonly from: string
  readonly message: Raptor
  /** 36 ASCII characters, as `transactionIds` makes them. */
  readonly transaction: string
}

interface Stencil {
  readonly message: Raptor
  readonly from: string
  readonly bytes: Buffer
  readonly transactionAt: number
}

const blank = '-'.repeat(36)
// The first header is the transaction id, so its value is at the same place in every push.
const transactionInFrame = 9 + 2 + 'TRANSACTION-ID'.length + 2

// What everybody in a session hears is written for one after the other, so that one stencil is enough.
let latest: Stencil | undefined

/** Writes a push as a WebSocket message. A Raptor message for many receivers is written once: only the transaction id differs. */
export function encodePush({ from, message, transaction }: Push): Buffer {
  const stencil = stencilOf(from, message)
  const bytes = Buffer.allocUnsafe(stencil.bytes.byteLength)
  stencil.bytes.copy(bytes)
  bytes.write(transaction, stencil.transactionAt, blank.length, 'latin1')
  return bytes
}

function stencilOf(from: string, message: Raptor): Stencil {
  if (latest?.message === message && latest.from === from) return latest
  const frame = encodeFrame({
    type: 'message',
    to: [],
    headers: [
      ['TRANSACTION-ID', blank],
      ['Content-Type', 'application/x-raptor+v2'],
      ['X-TB-FROM-ADDRESS', from],
    ],
    data: encodeJson(message),
  })
  latest = {
    message,
    from,
    bytes: toWebSocketMessage(frame),
    transactionAt: headSize(frame.byteLength) + transactionInFrame,
  }
  return latest
}
