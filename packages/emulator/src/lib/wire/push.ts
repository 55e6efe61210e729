import { encodeJson } from './raptor.ts'
import type { Raptor } from './raptor.ts'
import { encodeFrame } from './rumor.ts'

/** A message on its way to one receiver. */
export interface Push {
  readonly from: string
  readonly message: Raptor
  /** 36 ASCII characters, as `transactionIds` makes them. */
  readonly transaction: string
}

interface Stencil {
  readonly from: string
  readonly bytes: Buffer
}

const blank = '-'.repeat(36)
// The first header is the transaction id, so its value is at the same place in every push.
const transactionAt = 9 + 2 + 'TRANSACTION-ID'.length + 2

const stencils = new WeakMap<Raptor, Stencil>()

/** Writes a push as a frame. A message for many receivers is written once: only the transaction id differs. */
export function encodePush({ from, message, transaction }: Push): Buffer {
  const bytes = Buffer.from(stencilOf(from, message).bytes)
  bytes.write(transaction, transactionAt, blank.length, 'latin1')
  return bytes
}

function stencilOf(from: string, message: Raptor): Stencil {
  const known = stencils.get(message)
  if (known?.from === from) return known
  const bytes = encodeFrame({
    type: 'message',
    to: [],
    headers: [
      ['TRANSACTION-ID', blank],
      ['Content-Type', 'application/x-raptor+v2'],
      ['X-TB-FROM-ADDRESS', from],
    ],
    data: encodeJson(message),
  })
  const stencil = { from, bytes }
  stencils.set(message, stencil)
  return stencil
}
