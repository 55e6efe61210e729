import type OT from '@opentok/client'
import { RoomError } from '../errors/room-error.ts'

// OpenTok.js has one object per session for the life of a page, so the stays in it must come one after the other.
const stays = new WeakMap<OT.Session, { readonly leaving: Promise<void> | undefined }>()

/**
 * Begins a stay once the one before it has really ended, and ends it when the signal aborts.
 *
 * Throws `RoomError` `already-here` when the page is in the session elsewhere.
 */
export async function beginStay(session: OT.Session, signal: AbortSignal): Promise<void> {
  for (let before = stays.get(session); before; before = stays.get(session)) {
    if (!before.leaving) throw new RoomError('already-here')
    await before.leaving
  }
  signal.throwIfAborted()
  stays.set(session, { leaving: undefined })
  signal.addEventListener('abort', () => stays.set(session, { leaving: leave(session) }))
}

async function leave(session: OT.Session): Promise<void> {
  try {
    await session.disconnect()
  } finally {
    stays.delete(session)
  }
}
