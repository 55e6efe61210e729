import type { Video } from '@vonage/video'
import type { Archives, ArchiveLayouts, Listed } from '../checks/archives.ts'
import type { ArchiveStreams } from '../checks/archive-streams.ts'
import type { AudioDisconnecting } from '../checks/audio-connector.ts'
import type { BroadcastList } from '../checks/broadcasts.ts'
import type { BroadcastStreams } from '../checks/broadcast-streams.ts'
import type { CaptionStatus } from '../checks/captions.ts'
import type { Disconnecting } from '../checks/connections.ts'
import type { SessionMuting, StreamMuting, Unmuting } from '../checks/muting.ts'
import type { Renders } from '../checks/renders.ts'
import type { Sessions } from '../checks/sessions.ts'
import type { Signals } from '../checks/signals.ts'
import type { ClassLists, OneStream, StreamList } from '../checks/streams.ts'
import type { Dialling, Tones } from '../checks/telephony.ts'

type Common = Sessions & Signals & Disconnecting & OneStream & StreamList & ClassLists
type Media = Archives & ArchiveLayouts & ArchiveStreams & BroadcastList & BroadcastStreams
type Muting = StreamMuting & SessionMuting & Unmuting
type Apart = CaptionStatus & Renders & AudioDisconnecting & Dialling & Tones

/** What rows use of `@vonage/video`. */
export type VonageVideo = Common & Media & Muting & Apart & { readonly itself: Video }

export function vonageVideoVerbs(itself: Video): VonageVideo {
  // The SDK's types are narrower than its documentation (enums, mandatory fields), so it is called without them.
  const call = (method: string, ...args: readonly unknown[]): Promise<unknown> => {
    const untyped = Reflect.get(itself, method) as (...all: readonly unknown[]) => Promise<unknown>
    return untyped.call(itself, ...args)
  }
  const page = async (method: string, filter: object) => (await call(method, filter)) as Listed
  const preference = { routed: 'disabled', relayed: 'enabled' }
  return {
    itself,
    createSession: async ({ mediaMode, ...options }) => {
      const asked = { ...options, mediaMode: preference[mediaMode] }
      return (await call('createSession', asked)) as { readonly sessionId: string }
    },
    token: (id, options) => Promise.resolve(itself.generateClientToken(id, mutable(options))),
    signal: (id, signal, to) => call('sendSignal', signal, id, to),
    disconnect: (id, connection) => call('disconnectClient', id, connection),
    stream: (id, stream) => call('getStreamInfo', id, stream),
    streams: async (id) => ((await call('getStreamInfo', id)) as Listed).items,
    setClassLists: (id, lists) => call('setStreamClassLists', id, lists),
    muteStream: (id, stream) => call('muteStream', id, stream),
    muteAll: (id, excluded) => call('forceMuteAll', id, excluded),
    unmuteAll: (id) => call('disableForceMute', id),
    startArchive: (id, options) => call('startArchive', id, options),
    stopArchive: (id) => call('stopArchive', id),
    archive: (id) => call('getArchive', id),
    archives: (filter) => page('searchArchives', filter),
    deleteArchive: (id) => call('deleteArchive', id),
    setArchiveLayout: (id, layout) => call('updateArchiveLayout', id, layout),
    addArchiveStream: (id, stream, { hasAudio, hasVideo }) =>
      call('addArchiveStream', id, stream, hasAudio, hasVideo),
    removeArchiveStream: (id, stream) => call('removeArchiveStream', id, stream),
    startBroadcast: (id, options) => call('startBroadcast', id, options),
    stopBroadcast: (id) => call('stopBroadcast', id),
    broadcast: (id) => call('getBroadcast', id),
    broadcasts: (filter) => page('searchBroadcasts', filter),
    addBroadcastStream: (id, stream) => call('addStreamToBroadcast', id, stream),
    removeBroadcastStream: (id, stream) => call('removeStreamFromBroadcast', id, stream),
    startCaptions: async (id, token) =>
      Reflect.get(Object(await call('enableCaptions', id, token)), 'captionsId'),
    stopCaptions: (id) => call('disableCaptions', id),
    captions: (id) => call('getCaptionStatus', id),
    startRender: (id, { token, ...config }) =>
      call('startExperienceComposerRender', id, token, config),
    stopRender: (id) => call('stopExperienceComposerRender', id),
    render: (id) => call('getExperienceComposerRender', id),
    renders: (filter) => page('listExperienceComposerRenders', filter),
    connectAudio: (id, { token, ...config }) => call('connectToWebsocket', id, token, config),
    disconnectAudio: (id) => call('disconnectWebsocket', id),
    dial: (id, { token, ...sip }) => call('initiateSIPCall', id, { token, sip }),
    dtmf: (id, digits, to) => call('playDTMF', id, digits, to),
  }
}

function mutable({ initialLayoutClassList, ...options }: Parameters<Sessions['token']>[1]) {
  const classes = initialLayoutClassList ?? []
  return { ...options, initialLayoutClassList: [...classes] }
}
