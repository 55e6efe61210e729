import { follow } from './activities.ts'
import { updateChannel } from './channels.ts'
import { join } from './join.ts'
import { depart } from './leave.ts'
import type { Message } from './message.ts'
import { forceDisconnect, muteSession, muteStream } from './moderation.ts'
import { negotiate } from './negotiation.ts'
import { accept, refuse } from './outcome.ts'
import type { Outcome } from './outcome.ts'
import { rotate, settle } from './rotation.ts'
import { platform } from './sender.ts'
import { senderStats } from './sender-stats.ts'
import type { Session } from './session.ts'
import { classifyStreams } from './layout-classes.ts'
import { followMedia, reopenMedia } from './routed/media-event.ts'
import { impairNetwork } from './routed/network.ts'
import { requestService } from './services.ts'
import { signal } from './signals.ts'
import { publish, unpublish } from './streams.ts'
import { subscribe, unsubscribe, updateSubscription } from './subscribers.ts'

/**
 * The whole of what a session does: the next session and what follows, from a session and a message.
 * `from` is a connection id, or `platform` for what the REST API asks. Exactly one effect is the answer.
 */
export function handle(session: Session, from: string, message: Message): Outcome {
  return follow(session, decide(session, from, message))
}

function decide(session: Session, from: string, message: Message): Outcome {
  if (message.type === 'join') return join(session, from, message)
  const sender = session.connections.get(from)
  if (sender === undefined && from !== platform) {
    return refuse(session, 403, 'The sender is not connected to this session')
  }
  switch (message.type) {
    case 'leave': {
      if (sender === undefined) return accept(session)
      const outcome = depart(session, sender, message.reason)
      return accept(outcome.session, ...outcome.effects)
    }
    case 'publish':
      return publish(session, from, message)
    case 'unpublish':
      return unpublish(session, from, message.stream)
    case 'update-channel':
      return updateChannel(session, from, message)
    case 'subscribe':
      return subscribe(session, from, message)
    case 'unsubscribe':
      return unsubscribe(session, from, message)
    case 'update-subscription':
      return updateSubscription(session, from, message)
    case 'negotiate':
      return negotiate(session, from, message)
    case 'signal':
      return signal(session, from, message)
    case 'force-disconnect':
      return forceDisconnect(session, from, message.connection)
    case 'mute-stream':
      return muteStream(session, from, message.stream)
    case 'mute-session':
      return muteSession(session, from, message)
    case 'sender-stats':
      return senderStats(session, from, message)
    case 'rotate':
      return rotate(session)
    case 'settle':
      return settle(session, from)
    case 'classify-streams':
      return classifyStreams(session, message)
    case 'media':
      return followMedia(session, message.event)
    case 'media-lost':
      return reopenMedia(session)
    case 'impair-network':
      return impairNetwork(session, message.network)
    case 'wake':
      return accept(session)
    default:
      return requestService(session, from, message)
  }
}
