/** Something that happened to a room, in milliseconds by one clock: it took effect at some instant in between. */
export type Happening =
  | {
      readonly what: 'joined'
      readonly begun: number
      readonly ended: number
      readonly session: string
    }
  | {
      readonly what: 'retired'
      readonly begun: number
      readonly ended: number
      readonly session: string
    }

/**
 * Whether a history can be explained by one register that held one session at a time: says what
 * contradicts it, nothing if nothing does. `created` are the sessions that the platform has made.
 *
 * Sessions must be orderable so that no session was handed out, as a whole, before one that comes
 * earlier was still to be handed out; and between two of them the first must have been retired.
 */
export function contradictions(
  history: readonly Happening[],
  created: ReadonlySet<string>,
): readonly string[] {
  const joins = new Map<string, Happening[]>()
  for (const happening of history) {
    if (happening.what !== 'joined') continue
    const known = joins.get(happening.session)
    if (known) known.push(happening)
    else joins.set(happening.session, [happening])
  }
  const retired = new Map(
    history
      .filter(({ what }) => what === 'retired')
      .map((happening) => [happening.session, happening]),
  )
  const firstEnd = (session: string) => earliest(joins.get(session)?.map(({ ended }) => ended))
  const lastBegin = (session: string) => -earliest(joins.get(session)?.map(({ begun }) => -begun))
  const order = [...joins.keys()].toSorted((one, other) => firstEnd(one) - firstEnd(other))

  const found: string[] = []
  for (const [index, session] of order.entries()) {
    if (!created.has(session)) found.push(`${session} was handed out but never created`)
    const end = retired.get(session)
    if (end && lastBegin(session) > end.ended) found.push(`${session} was handed out after its end`)
    const next = order[index + 1]
    if (next === undefined) continue
    if (lastBegin(session) > firstEnd(next)) found.push(`${session} came back after ${next}`)
    if (!end) found.push(`${next} was handed out though ${session} was never retired`)
    else if (end.begun > firstEnd(next))
      found.push(`${next} was handed out before ${session} ended`)
  }
  return found
}

function earliest(times: readonly number[] = []): number {
  return times.reduce((least, time) => Math.min(least, time), Infinity)
}
