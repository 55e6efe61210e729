import { requestArchive } from './archive/requests.ts'
import { requestBroadcast } from './broadcast/requests.ts'
import { startCaptions, stopCaptions } from './captions/run.ts'
import { caption } from './captions/say.ts'
import { startRender, stopRender } from './composer/run.ts'
import { startConnector, stopConnector } from './connector/connector.ts'
import { addParticipant, removeParticipant } from './participant/participant.ts'
import { refuse } from './outcome.ts'
import type { Outcome } from './outcome.ts'
import { platform } from './sender.ts'
import type { ServiceMessage } from './service-message.ts'
import type { Session } from './session.ts'
import { dial, playDigits } from './sip/dial.ts'

/** What goes on beside the call: archives, broadcasts, captions, telephones, rendered pages, connectors. */
export function requestService(session: Session, from: string, message: ServiceMessage): Outcome {
  if (from !== platform) return refuse(session, 403, 'Only a server may ask for this')
  switch (message.type) {
    case 'start-captions':
      return startCaptions(session, message.id, message.settings)
    case 'stop-captions':
      return stopCaptions(session, message.id)
    case 'caption':
      return caption(session, message)
    case 'dial':
      return dial(session, message)
    case 'play-digits':
      return playDigits(session, message)
    case 'start-render':
      return startRender(session, message)
    case 'stop-render':
      return stopRender(session, message.id)
    case 'start-connector':
      return startConnector(session, message)
    case 'stop-connector':
      return stopConnector(session, message.id)
    case 'add-participant':
      return addParticipant(session, message)
    case 'remove-participant':
      return removeParticipant(session, message.id)
    case 'start-archive':
    case 'stop-archive':
    case 'fail-archive':
    case 'deliver-archive':
    case 'fault-archive':
    case 'delete-archive':
    case 'arrange-archive':
    case 'select-for-archive':
      return requestArchive(session, message)
    case 'start-broadcast':
    case 'stop-broadcast':
    case 'note-broadcast':
    case 'arrange-broadcast':
    case 'select-for-broadcast':
      return requestBroadcast(session, message)
    default:
      return message satisfies never
  }
}
