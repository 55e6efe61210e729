import { addressIn } from '../address.ts'
import { answer, refuse } from '../outcome.ts'
import type { Outcome, Push } from '../outcome.ts'
import { platform } from '../sender.ts'
import type { Session } from '../session.ts'
import { isCaptioned, runningCaptions } from './captions.ts'
import type { Caption } from './captions.ts'

/** Shows a caption to those who watch the stream and want captions; the answer says to how many. */
export function caption(session: Session, message: Caption): Outcome {
  const stream = session.streams.get(message.stream)
  if (stream === undefined) return refuse(session, 404, 'There is no such stream')
  const captions = runningCaptions(session)
  if (captions === undefined) {
    return refuse(session, 409, 'Captions have not been started for this session')
  }
  if (!isCaptioned(stream))
    return refuse(session, 409, 'The publisher of the stream wants no captions')

  const { text, isFinal } = message
  if (!isFinal && !captions.partialCaptions) return answer(session, { receivers: 0 })
  const data = JSON.stringify({ streamId: stream.id, isFinal, caption: { text } })
  const uri = addressIn(session, 'stream', stream.id, 'channel', 'caption1', 'data', message.id)
  const receivers = [...session.subscriptions.values()].filter(
    (subscription) => subscription.stream === stream.id && subscription.wantsCaptions,
  )
  // OpenTok.js does not filter: who gets the message has the event.
  const pushes = receivers.map(({ subscriber }): Push => ({
    type: 'push',
    to: subscriber,
    from: platform,
    message: { method: 'data', uri, content: { type: 'data', data } },
  }))
  return answer(session, { receivers: pushes.length }, ...pushes)
}
