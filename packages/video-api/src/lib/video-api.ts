import { archiveStorage } from './archives/archive-storage.ts'
import type { ArchiveStorage } from './archives/archive-storage.ts'
import { archives } from './archives/archives.ts'
import type { Archives } from './archives/archives.ts'
import { audioConnectors } from './audio-connectors/audio-connectors.ts'
import type { AudioConnectors } from './audio-connectors/audio-connectors.ts'
import { broadcasts } from './broadcasts/broadcasts.ts'
import type { Broadcasts } from './broadcasts/broadcasts.ts'
import { callbacks } from './callbacks/callbacks.ts'
import type { Callbacks } from './callbacks/callbacks.ts'
import { captions } from './captions/captions.ts'
import type { Captions } from './captions/captions.ts'
import { connections } from './connections/connections.ts'
import type { Connections } from './connections/connections.ts'
import { readOptions } from './options/call-options.ts'
import type { CallOptions } from './options/call-options.ts'
import { projectCaller } from './platform/project-caller.ts'
import { renders } from './renders/renders.ts'
import type { Renders } from './renders/renders.ts'
import { connectAccount, sessionApi } from './sessions/session-api.ts'
import type { SessionApi, VideoApiOptions } from './sessions/session-api.ts'
import { sessions } from './sessions/sessions.ts'
import type { Sessions } from './sessions/sessions.ts'
import { signals } from './signals/signals.ts'
import type { Signals } from './signals/signals.ts'
import { streams } from './streams/streams.ts'
import type { Streams } from './streams/streams.ts'
import { dtmf } from './telephony/dtmf.ts'
import type { Dtmf } from './telephony/dtmf.ts'
import { sip } from './telephony/sip.ts'
import type { Sip } from './telephony/sip.ts'

/** What a server asks of the Video platform. Every call rejects with VideoError. */
export interface VideoApi extends SessionApi {
  /**
   * Asks the platform for something small, to learn whether it takes the credentials: rejects with code `unauthorized`
   * when not. With two secrets it also settles which of them signs tokens.
   */
  checkCredentials(options?: CallOptions): Promise<void>
  readonly sessions: Sessions
  readonly signals: Signals
  readonly connections: Connections
  readonly streams: Streams
  readonly archives: Archives
  readonly archiveStorage: ArchiveStorage
  readonly broadcasts: Broadcasts
  readonly captions: Captions
  readonly sip: Sip
  readonly dtmf: Dtmf
  readonly renders: Renders
  readonly audioConnectors: AudioConnectors
  readonly callbacks: Callbacks
}

/**
 * Makes the door to one OpenTok project or Vonage application.
 * Throws VideoError `invalid-credentials` or `invalid-option`.
 */
export function createVideoApi(options: VideoApiOptions): VideoApi {
  const connected = connectAccount(options, 'createVideoApi')
  const entrance = sessionApi(connected)
  const call = projectCaller(connected.call, entrance.applicationId)
  return Object.freeze({
    ...entrance,
    async checkCredentials(given) {
      const { signal } = readOptions(given, 'checkCredentials', {})
      await call({ method: 'GET', path: '/archive', query: { count: 1 }, signal })
    },
    sessions: sessions(call),
    signals: signals(call),
    connections: connections(call),
    streams: streams(call),
    archives: archives(call),
    archiveStorage: archiveStorage(call),
    broadcasts: broadcasts(call),
    captions: captions(call),
    sip: sip(call),
    dtmf: dtmf(call),
    renders: renders(call),
    audioConnectors: audioConnectors(call),
    callbacks: callbacks(call),
  } satisfies VideoApi)
}
