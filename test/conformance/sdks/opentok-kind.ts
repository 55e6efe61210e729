import type { ArchiveLayouts } from '../checks/archives.ts'
import type { ArchiveStreams } from '../checks/archive-streams.ts'
import type { AudioConnector } from '../checks/audio-connector.ts'
import type { BroadcastLayouts } from '../checks/broadcasts.ts'
import type { BroadcastStreams } from '../checks/broadcast-streams.ts'
import type { Captions } from '../checks/captions.ts'
import type { Disconnecting } from '../checks/connections.ts'
import type { SessionMuting, StreamMuting, Unmuting } from '../checks/muting.ts'
import type { Renders } from '../checks/renders.ts'
import type { Sessions } from '../checks/sessions.ts'
import type { Signals } from '../checks/signals.ts'
import type { ClassLists, OneStream, StreamList } from '../checks/streams.ts'
import type { Dialling, Tones } from '../checks/telephony.ts'
import { oneOf, type Kind } from '../shape.ts'

type Common = Sessions & Signals & Disconnecting & OneStream & StreamList & ClassLists
type Media = ArchiveLayouts & ArchiveStreams & BroadcastLayouts & BroadcastStreams
type Muting = StreamMuting & SessionMuting & Unmuting

/** What all SDKs of the OpenTok kind can do. */
export type OpenTokKind = Common &
  Media &
  Muting &
  Captions &
  Renders &
  AudioConnector &
  Dialling &
  Tones

/** The documentation shows a project's id as a number in some places and as a text in others. */
export function projectIdOf(apiKey: string): Kind {
  return oneOf(apiKey, Number(apiKey))
}
