import { RoomError } from '../errors/room-error.ts'
import type { OpenTok } from './open-tok.ts'

// On the OT object and by a shared symbol: two copies of this package on a page must agree as well.
const key = Symbol.for('ot-room.proxy-url')

/**
 * Points OpenTok.js at a proxy, which it allows once per page and only before its first session.
 *
 * Throws `RoomError` `proxy-conflict` when an earlier room of the page needed another one, or none.
 */
export function useProxy(openTok: OpenTok, proxyUrl: string | undefined): void {
  const wanted = proxyUrl ?? 'none'
  const chosen: unknown = Reflect.get(openTok, key)
  if (chosen === wanted) return
  if (chosen !== undefined) throw new RoomError('proxy-conflict')
  Reflect.set(openTok, key, wanted)
  if (proxyUrl !== undefined) openTok.setProxyUrl(proxyUrl)
}
