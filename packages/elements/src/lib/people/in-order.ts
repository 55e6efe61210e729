import type { Call, Participant } from '@ot-room/room'

/** Those whose hand is up, the longest up first, then the others in the order in which they came. */
export function inOrder({ participants, hands }: Call): readonly Participant[] {
  const raised = hands.flatMap(({ by }) => participants.find(({ id }) => id === by) ?? [])
  return [...raised, ...participants.filter((participant) => !raised.includes(participant))]
}
