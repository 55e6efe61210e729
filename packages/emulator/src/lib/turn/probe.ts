import { randomBytes } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { isIPv6, connect } from 'node:net'
import { anonymousAllocate, refusingRealm } from './allocate-message.ts'

/** A TURN server that should be there. */
export interface Awaited {
  readonly address: string
  readonly port: number
  /** Another server's realm is no answer. */
  readonly realm: string
}

// A server on this machine needs some tens of milliseconds to start, and what is lost before that is sent again.
const retransmission = 20

/** Resolves when a TURN server answers over UDP and TCP. Rejects only when the signal says so. */
export async function answering(server: Awaited, signal: AbortSignal): Promise<void> {
  await answersOverUdp(server, signal)
  await answersOverTcp(server, signal)
}

function answersOverUdp({ address, port, realm }: Awaited, signal: AbortSignal): Promise<void> {
  const transaction = randomBytes(12)
  const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4')
  // Nobody listens yet.
  socket.on('error', () => undefined)
  const send = () => socket.send(anonymousAllocate(transaction), port, address, () => undefined)
  const timer = setInterval(send, retransmission)
  return settled(signal, (resolve) => {
    socket.on('message', (message) => {
      if (refusingRealm(message, transaction) === realm) resolve()
    })
    send()
  }).finally(() => {
    clearInterval(timer)
    socket.close()
  })
}

function answersOverTcp({ address, port, realm }: Awaited, signal: AbortSignal): Promise<void> {
  const transaction = randomBytes(12)
  let again: NodeJS.Timeout | undefined
  let socket = connect(port, address)
  return settled(signal, (resolve) => {
    const ask = () => {
      let received = Buffer.alloc(0)
      socket.on('data', (chunk) => {
        received = Buffer.concat([received, chunk])
        if (refusingRealm(received, transaction) === realm) resolve()
      })
      socket.on('error', () => undefined)
      socket.on('close', () => {
        again = setTimeout(() => {
          socket = connect(port, address)
          ask()
        }, retransmission)
      })
      socket.write(anonymousAllocate(transaction))
    }
    ask()
  }).finally(() => {
    socket.removeAllListeners('close').destroy()
    clearTimeout(again)
  })
}

function settled(signal: AbortSignal, begin: (resolve: () => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    begin(resolve)
  })
}
