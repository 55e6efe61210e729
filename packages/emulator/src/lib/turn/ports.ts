import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { freeUdpPort } from '../transport/free-port.ts'

const attempts = 20
const blockSize = 2048

/** A port that nothing listens on at this moment, neither UDP nor TCP. */
export async function freePort(address: string): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freeUdpPort(address)
    if (attempt === attempts || (await isFreeForTcp(address, port))) return port
  }
}

/** 2,048 UDP ports below those that systems give to whoever asks for any; a server passes over those in use. */
export function relayPorts(): { readonly first: number; readonly last: number } {
  const first = randomInt(8, 16) * blockSize
  return { first, last: first + blockSize - 1 }
}

async function isFreeForTcp(address: string, port: number): Promise<boolean> {
  const server = createServer()
  const listening = once(server, 'listening')
  server.listen(port, address)
  try {
    await listening
  } catch {
    return false
  }
  server.close()
  await once(server, 'close')
  return true
}
