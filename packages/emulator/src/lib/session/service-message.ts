import type { ArchiveMessage } from './archive/message.ts'
import type { BroadcastMessage } from './broadcast/message.ts'
import type { CaptionsMessage } from './captions/captions.ts'
import type { CallMessage } from './sip/call.ts'
import type { RenderMessage } from './composer/render.ts'
import type { ConnectorMessage } from './connector/connector.ts'
import type { ParticipantMessage } from './participant/participant.ts'

/** What can be asked of the services of the platform; no client can. */
export type ServiceMessage =
  | ArchiveMessage
  | BroadcastMessage
  | CaptionsMessage
  | CallMessage
  | RenderMessage
  | ConnectorMessage
  | ParticipantMessage
