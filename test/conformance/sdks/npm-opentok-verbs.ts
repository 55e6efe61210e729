import type { Listed } from '../checks/archives.ts'
import type { BroadcastList } from '../checks/broadcasts.ts'
import type { Callbacks } from '../checks/callbacks.ts'
import { calls } from './callbacks-to-promises.ts'
import type { OpenTokKind } from './opentok-kind.ts'

/** What of the SDK answers at once; the rest takes callbacks. */
export interface OpenTokInstance {
  generateToken(sessionId: string, options?: object, legacy?: true): string
  generateJwt(): string
}

/** What rows use of npm `opentok`. */
export type NpmOpenTok = OpenTokKind &
  BroadcastList &
  Callbacks & { readonly itself: OpenTokInstance }

/** Hears of every object with methods that the SDK returns. */
export type Noticed = (name: string, object: object) => void

export function npmOpenTokVerbs(itself: OpenTokInstance, noticed: Noticed): NpmOpenTok {
  const first = async (method: string, ...args: readonly unknown[]): Promise<unknown> => {
    const [value] = await calls(itself, method, ...args)
    return value
  }
  const object = async <Value = unknown>(
    name: string,
    method: string,
    ...args: readonly unknown[]
  ) => {
    const value = Object(await first(method, ...args)) as object
    noticed(name, value)
    return value as Value
  }
  const page = async (method: string, filter: object): Promise<Listed> => {
    const [items, count] = await calls(itself, method, filter)
    return { items: items as readonly unknown[], count: Number(count) }
  }
  return {
    itself,
    createSession: (options) => object('Session', 'createSession', { ...options }),
    token: (id, options) => Promise.resolve(itself.generateToken(id, options)),
    signal: (id, signal, to) => first('signal', id, to ?? null, signal),
    disconnect: (id, connection) => first('forceDisconnect', id, connection),
    stream: (id, stream) => first('getStream', id, stream),
    streams: async (id) => (await first('listStreams', id)) as readonly unknown[],
    setClassLists: (id, lists) => first('setStreamClassLists', id, lists),
    muteStream: (id, stream) => first('forceMuteStream', id, stream),
    muteAll: (id, excludedStreamIds) => first('forceMuteAll', id, { excludedStreamIds }),
    unmuteAll: (id) => first('disableForceMute', id),
    startArchive: (id, options) => object('Archive', 'startArchive', id, options),
    stopArchive: (id) => object('Archive', 'stopArchive', id),
    archive: (id) => object('Archive', 'getArchive', id),
    archives: (filter) => page('listArchives', filter),
    deleteArchive: (id) => first('deleteArchive', id),
    setArchiveLayout: (id, { type, stylesheet, screenshareType }) =>
      first('setArchiveLayout', id, type, stylesheet ?? null, screenshareType ?? null),
    addArchiveStream: (id, stream, options) => first('addArchiveStream', id, stream, options),
    removeArchiveStream: (id, stream) => first('removeArchiveStream', id, stream),
    startBroadcast: (id, options) => object('Broadcast', 'startBroadcast', id, { ...options }),
    stopBroadcast: (id) => object('Broadcast', 'stopBroadcast', id),
    broadcast: (id) => object('Broadcast', 'getBroadcast', id),
    broadcasts: (filter) => page('listBroadcasts', filter),
    setBroadcastLayout: (id, { type, stylesheet, screenshareType }) =>
      first('setBroadcastLayout', id, type, stylesheet ?? null, screenshareType ?? null),
    addBroadcastStream: (id, stream) => first('addBroadcastStream', id, stream),
    removeBroadcastStream: (id, stream) => first('removeBroadcastStream', id, stream),
    startCaptions: (id, token) => first('startCaptions', id, token, {}),
    stopCaptions: (id) => first('stopCaptions', id),
    startRender: (sessionId, options) => first('startRender', { sessionId, ...options }),
    stopRender: (id) => first('stopRender', id),
    render: (id) => first('getRender', id),
    renders: async (filter) => (await first('listRenders', filter)) as Listed,
    connectAudio: (id, { token, uri, ...options }) =>
      first('websocketConnect', id, token, uri, options),
    dial: (id, { token, uri, ...options }) => first('dial', id, token, uri, options),
    dtmf: (id, digits, to) => first('playDTMF', id, to ?? null, digits),
    registerCallback: (topic) => object('Callback', 'registerCallback', topic),
    unregisterCallback: (id) => first('unregisterCallback', id),
    callbacks: async () => (await first('listCallbacks')) as readonly unknown[],
  }
}
