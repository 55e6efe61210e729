import type { Call, Participant } from '@ot-room/room'

/** Those whose hand is up, the longest up first, then the others in the order in which they came. */
export function inOrder({ participants, hands }: Call): readonly Participant[] {
  const place = (id: string): number => {
    const index = hands.findIndex(({ by }) => by === id)
    return index < 0 ? hands.length : index
  }
  return participants.toSorted((one, other) => place(one.id) - place(other.id))
}
