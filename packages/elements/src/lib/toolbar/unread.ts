import type { Message } from '@ot-room/room'

/** How many messages of others came after the last one that was in sight. */
export function unread(messages: readonly Message[], readTo: string | undefined): number {
  const last = messages.findLastIndex(({ id }) => id === readTo)
  return messages.slice(last + 1).filter(({ self }) => !self).length
}
