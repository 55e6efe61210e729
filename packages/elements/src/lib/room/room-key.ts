import { isUrl } from '../shell/is-url.ts'
import type { OtRoom } from '../shell/ot-room.ts'

/** What an element is asked to show, as far as it makes another room of it. */
export interface RoomKey {
  /** Room and backend, however the backend's address is written. */
  readonly place: string
  /** What the lobby shows differently: who makes the room, and whether it can blur. */
  readonly makings: string
}

/** Undefined while the page has not said which room. */
export function roomKey(host: OtRoom): RoomKey | undefined {
  const { room, endpoint, createRoom, loadBlur, backgroundBlur } = host
  if (!room || !endpoint || !host.isConnected) return undefined
  const parts = [createRoom, loadBlur ?? backgroundBlur].map((part) => (part ? 'given' : 'none'))
  return { place: JSON.stringify([room, addressOf(endpoint)]), makings: parts.join() }
}

/**
 * Whether what is asked for now is the room there is. A call goes on unless the page names another room or backend: a
 * framework sets functions anew with every render, and what is only used at the next join is read then.
 */
export function isSameRoom(
  before: RoomKey | undefined,
  now: RoomKey | undefined,
  where: 'in-the-lobby' | 'in-a-call',
): boolean {
  if (before === undefined || now === undefined) return before === now
  return before.place === now.place && (where === 'in-a-call' || before.makings === now.makings)
}

function addressOf(endpoint: string): string {
  if (!isUrl(endpoint, document.baseURI)) return endpoint
  return new URL(endpoint, document.baseURI).href.replace(/\/+(?=$|\?)/, '')
}
