import { once } from 'node:events'
import type { Server } from 'node:http'
import { EmulatorError } from '../error.ts'

/**
 * Starts listening and tells the port.
 *
 * @throws {EmulatorError} `port-in-use` or `listen-failed`
 */
export async function listen(
  server: Server,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<number> {
  const listening = once(server, 'listening')
  server.listen(port, host)
  try {
    await listening
  } catch (cause) {
    if (hasCode(cause, 'EADDRINUSE')) {
      const message = `Port ${port} on ${host} is in use; choose another, or 0 for any free one`
      throw new EmulatorError('port-in-use', message, { cause })
    }
    throw new EmulatorError('listen-failed', `Cannot listen on ${host}, port ${port}`, { cause })
  }
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : port
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
