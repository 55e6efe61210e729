import { RoomError } from '../errors/room-error.ts'
import { askBackend, type Question, type Site } from './ask-backend.ts'
import { refusalOf } from './refusal.ts'

/** Asks the backend for something in the room and gives its JSON; throws `RoomError` `backend-unreachable` or `action-refused`. */
export async function askTo(site: Site, question: Question): Promise<unknown> {
  const response = await askBackend(site, question)
  const json: unknown = await response.json().catch(() => undefined)
  site.signal.throwIfAborted()
  if (response.ok) return json
  throw new RoomError('action-refused', { refusal: refusalOf(response, json) })
}
