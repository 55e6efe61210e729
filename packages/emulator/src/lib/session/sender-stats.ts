import { addressIn } from './address.ts'
import type { SenderStats } from './message.ts'
import { accept, refuse } from './outcome.ts'
import type { Outcome, Push } from './outcome.ts'
import type { Session } from './session.ts'

/** Passes what a publisher measured of its upload on to everybody who watches the stream. */
export function senderStats(session: Session, from: string, message: SenderStats): Outcome {
  const stream = session.streams.get(message.stream)
  if (stream === undefined) return refuse(session, 404, 'There is no such stream')
  if (stream.owner !== from) return refuse(session, 403, 'Only its publisher may measure a stream')

  const watching = [...session.subscriptions.values()].filter(({ stream: id }) => id === stream.id)
  return accept(
    session,
    ...watching.map((subscription): Push => {
      const below = ['channel', message.channel, 'data', message.id]
      const path = ['stream', stream.id, 'subscriber', subscription.id, ...below]
      const uri = addressIn(session, ...path)
      return {
        type: 'push',
        to: subscription.subscriber,
        from,
        message: { method: 'data', uri, content: message.content },
      }
    }),
  )
}
