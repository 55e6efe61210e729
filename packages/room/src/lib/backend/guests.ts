import type { Guest } from '../state/room-state.ts'
import type { Site } from './ask-backend.ts'
import { askTo } from './ask-to.ts'
import { listAt, textAt } from './credentials.ts'

/** Asks who waits to be let in: `GET {endpoint}/rooms/{room}/waiting`; throws `RoomError` `backend-unreachable` or `action-refused`. */
export async function requestGuests(site: Site): Promise<readonly Guest[]> {
  const json = await askTo(site, { path: 'waiting' })
  return listAt(json, 'guests').flatMap(guestOf)
}

/** Lets one guest in, or everybody; throws `RoomError` `backend-unreachable` or `action-refused`. */
export async function admitGuest(site: Site, guest: string | undefined): Promise<void> {
  await askTo(site, { path: 'admit', body: guest === undefined ? {} : { guest } })
}

/** Turns a guest away; throws `RoomError` `backend-unreachable` or `action-refused`. */
export async function denyGuest(site: Site, guest: string): Promise<void> {
  await askTo(site, { path: 'deny', body: { guest } })
}

function guestOf(one: unknown): readonly Guest[] {
  if (typeof one !== 'object' || one === null) return []
  const id = textAt(one, 'guest')
  return id ? [{ id, name: textAt(one, 'name') }] : []
}
