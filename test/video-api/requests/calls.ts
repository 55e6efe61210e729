import type { OpenTokKind } from '../../conformance/sdks/opentok-kind.ts'
import type { BroadcastList } from '../../conformance/checks/broadcasts.ts'
import type { AudioDisconnecting } from '../../conformance/checks/audio-connector.ts'
import type { Callbacks } from '../../conformance/checks/callbacks.ts'
import type { CaptionStatus } from '../../conformance/checks/captions.ts'

type Every = OpenTokKind & BroadcastList & AudioDisconnecting & Callbacks & CaptionStatus

/** What some of the SDKs can say; the others leave it out. */
export type Verbs = Partial<Every>

/** One call, said to any SDK with the same arguments. */
export interface Call {
  readonly name: string
  readonly verb: keyof Every
  say(verbs: Every): Promise<unknown>
}

export const sessionId = '1_MX4xMDB-fjE3MjY0NjI1ODg2NDd-'
const id = '00000000-0000-4000-8000-000000000001'
const stream = 'a stream'
const connection = 'a connection'
const token = 'token'
const rtmp = { id: 'mirror', serverUrl: 'rtmp://example.com/live', streamName: 'key' }
const render = { token, url: 'https://example.com/', maxDuration: 600, resolution: '1280x720' }

function call(verb: keyof Every, name: string, say: Call['say']): Call {
  return { name, verb, say }
}

export const calls: readonly Call[] = [
  call('createSession', 'createSession relayed', (sdk) =>
    sdk.createSession({ mediaMode: 'relayed' }),
  ),
  call('createSession', 'createSession routed', (sdk) =>
    sdk.createSession({ mediaMode: 'routed', archiveMode: 'always' }),
  ),
  call('signal', 'signal', (sdk) => sdk.signal(sessionId, { type: 'chat', data: 'é' })),
  call('signal', 'signal to one', (sdk) =>
    sdk.signal(sessionId, { type: 'chat', data: 'x' }, connection),
  ),
  call('disconnect', 'disconnect', (sdk) => sdk.disconnect(sessionId, connection)),
  call('stream', 'stream', (sdk) => sdk.stream(sessionId, stream)),
  call('streams', 'streams', (sdk) => sdk.streams(sessionId)),
  call('setClassLists', 'layout classes', (sdk) =>
    sdk.setClassLists(sessionId, [{ id: stream, layoutClassList: ['focus'] }]),
  ),
  call('muteStream', 'mute', (sdk) => sdk.muteStream(sessionId, stream)),
  call('muteAll', 'mute all', (sdk) => sdk.muteAll(sessionId, [stream])),
  call('unmuteAll', 'end mute all', (sdk) => sdk.unmuteAll(sessionId)),
  call('startArchive', 'start archive', (sdk) =>
    sdk.startArchive(sessionId, { name: 'n', hasVideo: true, resolution: '1280x720' }),
  ),
  call('startArchive', 'start archive, defaults', (sdk) => sdk.startArchive(sessionId, {})),
  call('stopArchive', 'stop archive', (sdk) => sdk.stopArchive(id)),
  call('archive', 'archive', (sdk) => sdk.archive(id)),
  call('archives', 'archives', (sdk) => sdk.archives({ offset: 5, count: 10, sessionId })),
  call('archives', 'archives, defaults', (sdk) => sdk.archives({})),
  call('deleteArchive', 'delete archive', (sdk) => sdk.deleteArchive(id)),
  call('setArchiveLayout', 'archive layout', (sdk) =>
    sdk.setArchiveLayout(id, { type: 'bestFit', screenshareType: 'pip' }),
  ),
  call('setArchiveLayout', 'archive layout, own', (sdk) =>
    sdk.setArchiveLayout(id, { type: 'custom', stylesheet: 'stream {}' }),
  ),
  call('addArchiveStream', 'add to archive', (sdk) =>
    sdk.addArchiveStream(id, stream, { hasAudio: true, hasVideo: false }),
  ),
  call('removeArchiveStream', 'remove from archive', (sdk) => sdk.removeArchiveStream(id, stream)),
  call('startBroadcast', 'start broadcast', (sdk) =>
    sdk.startBroadcast(sessionId, { outputs: { hls: {}, rtmp: [rtmp] }, maxDuration: 600 }),
  ),
  call('stopBroadcast', 'stop broadcast', (sdk) => sdk.stopBroadcast(id)),
  call('broadcast', 'broadcast', (sdk) => sdk.broadcast(id)),
  call('broadcasts', 'broadcasts', (sdk) => sdk.broadcasts({ count: 10, sessionId })),
  call('setBroadcastLayout', 'broadcast layout', (sdk) =>
    sdk.setBroadcastLayout(id, { type: 'pip' }),
  ),
  call('addBroadcastStream', 'add to broadcast', (sdk) => sdk.addBroadcastStream(id, stream)),
  call('removeBroadcastStream', 'remove from broadcast', (sdk) =>
    sdk.removeBroadcastStream(id, stream),
  ),
  call('startCaptions', 'start captions', (sdk) => sdk.startCaptions(sessionId, token)),
  call('captions', 'captions', (sdk) => sdk.captions(id)),
  call('stopCaptions', 'stop captions', (sdk) => sdk.stopCaptions(id)),
  call('startRender', 'start render', (sdk) => sdk.startRender(sessionId, render)),
  call('render', 'render', (sdk) => sdk.render(id)),
  call('renders', 'renders', (sdk) => sdk.renders({ offset: 1, count: 10 })),
  call('stopRender', 'stop render', (sdk) => sdk.stopRender(id)),
  call('connectAudio', 'connect audio', (sdk) =>
    sdk.connectAudio(sessionId, { token, uri: 'wss://example.com/', streams: [stream] }),
  ),
  call('disconnectAudio', 'disconnect audio', (sdk) => sdk.disconnectAudio(id)),
  call('dial', 'dial', (sdk) =>
    sdk.dial(sessionId, {
      token,
      uri: 'sip:ada@example.com',
      from: '1555@example.com',
      headers: { 'X-Room': 'support' },
    }),
  ),
  call('dtmf', 'tones', (sdk) => sdk.dtmf(sessionId, '42p#')),
  call('dtmf', 'tones to one', (sdk) => sdk.dtmf(sessionId, '42', connection)),
  call('registerCallback', 'register callback', (sdk) =>
    sdk.registerCallback({ group: 'archive', event: 'status', url: 'https://example.com/' }),
  ),
  call('callbacks', 'callbacks', (sdk) => sdk.callbacks()),
  call('unregisterCallback', 'unregister callback', (sdk) => sdk.unregisterCallback(id)),
]
