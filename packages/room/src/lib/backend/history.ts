import type { Message } from '../state/talk.ts'
import type { Site } from './ask-backend.ts'
import { askTo } from './ask-to.ts'
import { listAt, textAt } from './credentials.ts'

/** Shows that the visitor is inside. */
export interface Insider {
  readonly pass: string
  /** What the backend knows the visitor by. */
  readonly visitor: string | undefined
}

/** What was written before the visitor came, the oldest first; throws `RoomError` `backend-unreachable` or `action-refused`. */
export async function requestHistory(
  site: Site,
  { pass, visitor }: Insider,
): Promise<readonly Message[]> {
  const json = await askTo(site, { path: 'backlog', body: { pass } })
  return listAt(json, 'messages').flatMap((one) => messageOf(one, visitor))
}

/** Keeps a message for those who come later, and gives its id; throws `RoomError` `backend-unreachable` or `action-refused`. */
export async function keepMessage(
  site: Site,
  { pass }: Insider,
  text: string,
): Promise<string | undefined> {
  const json = await askTo(site, { path: 'messages', body: { pass, text } })
  return typeof json === 'object' && json ? textAt(json, 'message') : undefined
}

function messageOf(one: unknown, visitor: string | undefined): readonly Message[] {
  if (typeof one !== 'object' || one === null) return []
  const id = textAt(one, 'message')
  const text = textAt(one, 'text')
  const at = Date.parse(textAt(one, 'at') ?? '')
  if (!id || !text || Number.isNaN(at)) return []
  const self = visitor !== undefined && textAt(one, 'from') === visitor
  return [{ id, name: textAt(one, 'name'), self, text, at, missed: true }]
}
