import { RoomError } from '../errors/room-error.ts'
import type { Guest } from '../state/room-state.ts'
import { askBackend, type Question, type Site } from './ask-backend.ts'
import { textAt } from './credentials.ts'
import { refusalOf } from './refusal.ts'

/** Asks who waits to be let in: `GET {endpoint}/rooms/{room}/waiting`; throws `RoomError` `backend-unreachable` or `action-refused`. */
export async function requestGuests(site: Site): Promise<readonly Guest[]> {
  const json = await ask(site, { path: 'waiting' })
  const list: unknown = typeof json === 'object' && json && Reflect.get(json, 'guests')
  return Array.isArray(list) ? list.flatMap(guestOf) : []
}

/** Lets one guest in, or everybody; throws `RoomError` `backend-unreachable` or `action-refused`. */
export async function admitGuest(site: Site, guest: string | undefined): Promise<void> {
  await ask(site, { path: 'admit', body: guest === undefined ? {} : { guest } })
}

/** Turns a guest away; throws `RoomError` `backend-unreachable` or `action-refused`. */
export async function denyGuest(site: Site, guest: string): Promise<void> {
  await ask(site, { path: 'deny', body: { guest } })
}

async function ask(site: Site, question: Question): Promise<unknown> {
  const response = await askBackend(site, question)
  const json: unknown = await response.json().catch(() => undefined)
  site.signal.throwIfAborted()
  if (response.ok) return json
  throw new RoomError('action-refused', { refusal: refusalOf(response.status, json) })
}

function guestOf(one: unknown): readonly Guest[] {
  if (typeof one !== 'object' || one === null) return []
  const id = textAt(one, 'guest')
  return id ? [{ id, name: textAt(one, 'name') }] : []
}
