import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { isIPv6 } from 'node:net'
import { EmulatorError } from '../error.ts'
import { answerBinding } from './stun-message.ts'

/** Tells clients the address they are seen under. */
export interface StunServer {
  readonly port: number
  close(): void
}

/**
 * Starts a STUN server on a free UDP port.
 *
 * @throws {EmulatorError} `listen-failed`
 */
export async function startStunServer(host: string): Promise<StunServer> {
  const socket = createSocket(isIPv6(host) ? 'udp6' : 'udp4')
  socket.on('message', (request, sender) => {
    const answer = answerBinding(request, sender)
    if (answer !== undefined) socket.send(answer, sender.port, sender.address)
  })
  const listening = once(socket, 'listening')
  socket.bind(0, host)
  await listening.catch((cause: unknown) => {
    throw new EmulatorError('listen-failed', `Cannot listen on ${host}, UDP`, { cause })
  })
  // A datagram that cannot be delivered is no reason to end.
  socket.on('error', () => undefined)
  return { port: socket.address().port, close: () => void socket.close() }
}
