import { EmulatorError } from '../error.ts'
import type { IceServer } from './ice-server.ts'

const url = /^(stuns?:[^\s?#/@]+|turns?:[^\s?#/@]+(\?transport=(udp|tcp))?)$/i

/**
 * Checks ICE servers that came from outside, and leaves nothing in them but what belongs there.
 *
 * @throws {EmulatorError} `bad-option`, with the place of the first thing that is wrong
 */
export function readIceServers(value: unknown): readonly IceServer[] {
  if (!Array.isArray(value)) throw wrong('', 'must be a list')
  return value.map((item: unknown, index) => readIceServer(item, `[${index}]`))
}

function readIceServer(value: unknown, place: string): IceServer {
  if (typeof value !== 'object' || value === null) throw wrong(place, 'must be an object')
  const { urls, username, credential } = value as Readonly<Record<string, unknown>>
  const list: readonly unknown[] = Array.isArray(urls) ? urls : [urls]
  if (list.length === 0) throw wrong(`${place}.urls`, 'must name a server')
  const names = list.map((name, index) => {
    if (typeof name === 'string' && url.test(name)) return name
    const at = Array.isArray(urls) ? `${place}.urls[${index}]` : `${place}.urls`
    throw wrong(at, 'must look like stun:HOST:PORT or turn:HOST:PORT?transport=udp')
  })
  if (!names.some((name) => /^turn/i.test(name))) return { urls: names }
  if (!isText(username)) throw wrong(`${place}.username`, 'must be there for a TURN server')
  if (!isText(credential)) throw wrong(`${place}.credential`, 'must be there for a TURN server')
  return { urls: names, username, credential }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function wrong(place: string, complaint: string): EmulatorError {
  return new EmulatorError('bad-option', `iceServers${place} ${complaint}`)
}
