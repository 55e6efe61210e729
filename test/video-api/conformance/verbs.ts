import type { VideoApi } from '@ot-room/video-api'
import type { AudioDisconnecting } from '../../conformance/checks/audio-connector.ts'
import type { BroadcastList } from '../../conformance/checks/broadcasts.ts'
import type { Callbacks } from '../../conformance/checks/callbacks.ts'
import type { CaptionStatus } from '../../conformance/checks/captions.ts'
import type { Connections } from '../../conformance/checks/connections.ts'
import type { OpenTokKind } from '../../conformance/sdks/opentok-kind.ts'

/** What the rows of the official SDKs ask for, said by our client. */
export type OurVerbs = OpenTokKind &
  Connections &
  BroadcastList &
  CaptionStatus &
  AudioDisconnecting &
  Callbacks & { readonly itself: VideoApi }

export function ourVerbs(itself: VideoApi): OurVerbs {
  const { sessions: _, ...video } = itself
  return {
    itself,
    createSession: (options) => video.createSession(options),
    token: (id, options) => video.generateToken(id, options),
    signal: (id, signal, connectionId) =>
      video.signals.send(id, { ...signal, ...(connectionId !== undefined && { connectionId }) }),
    disconnect: (id, connection) => video.connections.disconnect(id, connection),
    connections: async (id) => (await video.connections.list(id)).items,
    stream: (id, stream) => video.streams.get(id, stream),
    streams: async (id) => (await video.streams.list(id)).items,
    setClassLists: (id, lists) => video.streams.setLayoutClasses(id, lists),
    muteStream: (id, stream) => video.streams.mute(id, stream),
    muteAll: (id, excludedStreamIds) => video.streams.muteAll(id, { excludedStreamIds }),
    unmuteAll: (id) => video.streams.endMuteAll(id),
    startArchive: (id, options) => untyped(video.archives.start, id, options),
    stopArchive: (id) => video.archives.stop(id),
    archive: (id) => video.archives.get(id),
    archives: (filter) => video.archives.list(filter),
    deleteArchive: (id) => video.archives.delete(id),
    setArchiveLayout: (id, layout) => untyped(video.archives.setLayout, id, layout),
    addArchiveStream: (id, stream, media) => video.archives.addStream(id, stream, media),
    removeArchiveStream: (id, stream) => video.archives.removeStream(id, stream),
    startBroadcast: (id, options) => untyped(video.broadcasts.start, id, options),
    stopBroadcast: (id) => video.broadcasts.stop(id),
    broadcast: (id) => video.broadcasts.get(id),
    broadcasts: (filter) => video.broadcasts.list(filter),
    setBroadcastLayout: (id, layout) => untyped(video.broadcasts.setLayout, id, layout),
    addBroadcastStream: (id, stream) => video.broadcasts.addStream(id, stream),
    removeBroadcastStream: (id, stream) => video.broadcasts.removeStream(id, stream),
    startCaptions: async (id, token) => (await video.captions.start(id, { token })).captionsId,
    stopCaptions: (id) => video.captions.stop(id),
    captions: (id) => video.captions.get(id),
    startRender: (id, options) => untyped(video.renders.start, id, options),
    stopRender: (id) => video.renders.stop(id),
    render: (id) => video.renders.get(id),
    renders: ({ count, offset }) =>
      video.renders.list({
        ...(count !== undefined && { count }),
        ...(offset !== undefined && { offset }),
      }),
    connectAudio: (id, options) => video.audioConnectors.start(id, options),
    disconnectAudio: (id) => video.audioConnectors.stop(id),
    dial: (id, options) => video.sip.dial(id, options),
    dtmf: (id, digits, connectionId) =>
      video.dtmf.play(id, { digits, ...(connectionId !== undefined && { connectionId }) }),
    registerCallback: (topic) => video.callbacks.register(topic),
    unregisterCallback: (id) => video.callbacks.unregister(id),
    callbacks: () => video.callbacks.list(),
  }
}

/** The rows' options are of any kind, as those of a caller without types. */
function untyped(
  verb: (...args: never[]) => Promise<unknown>,
  ...args: readonly unknown[]
): Promise<unknown> {
  return Reflect.apply(verb, undefined, args) as Promise<unknown>
}
