import type { ClassifyStreams } from './message.ts'
import { accept, refuse } from './outcome.ts'
import type { Outcome } from './outcome.ts'
import type { Session } from './session.ts'

/** Changes what composed recordings place streams by; clients are not told. */
export function classifyStreams(session: Session, { classes }: ClassifyStreams): Outcome {
  if (session.streams.size === 0) return refuse(session, 404, 'The session has no streams')
  const stranger = [...classes.keys()].find((id) => !session.streams.has(id))
  if (stranger !== undefined) return refuse(session, 408, `There is no stream ${stranger}`)
  const streams = new Map(
    [...session.streams].map(([id, stream]) => {
      return [id, { ...stream, layoutClasses: classes.get(id) ?? stream.layoutClasses }]
    }),
  )
  return accept({ ...session, streams })
}
