import type { Layout, Listed } from '../checks/archives.ts'
import type { Connections } from '../checks/connections.ts'
import type { Driver } from './driver.ts'
import type { OpenTokKind } from './opentok-kind.ts'

/** What rows use of the PHP SDK. */
export type PhpOpenTok = OpenTokKind & Connections & { readonly driver: Driver }

export function phpVerbs(driver: Driver): PhpOpenTok {
  const call = (name: string, ...args: readonly unknown[]) => driver.call({ call: name, args })
  const list = async (answer: Promise<unknown>) => (await answer) as Listed
  /** Some methods say with `false` that they failed. */
  const truly = async (name: string, ...args: readonly unknown[]) => {
    const done = await call(name, ...args)
    if (done === false) throw new Error(`${name} answered false`)
    return done
  }
  /** Streams are added and removed by methods of the object that the archive or broadcast is. */
  const ofObject = async (getter: string, id: string, order: readonly [string, ...unknown[]]) => {
    const on = Number(Reflect.get(Object(await call(getter, id)), '$ref'))
    const [method, ...args] = order
    return driver.call({ on, call: method, args })
  }
  const layoutOf = (layout: Layout) => ({ $layout: layout })
  return {
    driver,
    createSession: async ({ mediaMode, archiveMode = 'manual' }) => {
      // Values of the SDK's MediaMode constants.
      const value = mediaMode === 'routed' ? 'disabled' : 'enabled'
      const session = await call('createSession', { mediaMode: value, archiveMode })
      return session as { readonly sessionId: string }
    },
    token: async (id, options) => String(await call('generateToken', id, options)),
    signal: (id, signal, to) => call('signal', id, signal, to ?? null),
    disconnect: (id, connection) => call('forceDisconnect', id, connection),
    connections: async (id) => (await list(call('listConnections', id))).items,
    stream: (id, stream) => call('getStream', id, stream),
    streams: async (id) => (await list(call('listStreams', id))).items,
    setClassLists: (id, lists) => call('setStreamClassLists', id, lists),
    muteStream: (id, stream) => truly('forceMuteStream', id, stream),
    muteAll: (id, excludedStreams) => truly('forceMuteAll', id, { excludedStreams }),
    unmuteAll: (id) => truly('disableForceMute', id, { excludedStreams: [] }),
    startArchive: (id, options) => call('startArchive', id, options),
    stopArchive: (id) => call('stopArchive', id),
    archive: (id) => call('getArchive', id),
    archives: ({ offset = 0, count = null, sessionId = null }: PhpFilter) =>
      list(call('listArchives', offset, count, sessionId)),
    deleteArchive: (id) => truly('deleteArchive', id),
    setArchiveLayout: (id, layout) => call('setArchiveLayout', id, layoutOf(layout)),
    addArchiveStream: (id, stream, { hasAudio, hasVideo }) =>
      ofObject('getArchive', id, ['addStreamToArchive', stream, hasAudio, hasVideo]),
    removeArchiveStream: (id, stream) =>
      ofObject('getArchive', id, ['removeStreamFromArchive', stream]),
    // An empty object would reach the platform as an empty list.
    startBroadcast: (id, { outputs: { hls, rtmp }, ...options }) =>
      call('startBroadcast', id, {
        ...options,
        outputs: { hls: { dvr: false, lowLatency: false, ...hls }, rtmp },
      }),
    stopBroadcast: (id) => call('stopBroadcast', id),
    broadcast: (id) => call('getBroadcast', id),
    setBroadcastLayout: (id, layout) => call('updateBroadcastLayout', id, layoutOf(layout)),
    addBroadcastStream: (id, stream) =>
      ofObject('getBroadcast', id, ['addStreamToBroadcast', stream, true, true]),
    removeBroadcastStream: (id, stream) =>
      ofObject('getBroadcast', id, ['removeStreamFromBroadcast', stream]),
    startCaptions: async (id, token) =>
      Reflect.get(Object(await call('startCaptions', id, token)), 'captionsId'),
    stopCaptions: (id) => call('stopCaptions', id),
    startRender: (id, { token, url, maxDuration, resolution }) =>
      call('startRender', id, token, url, maxDuration, resolution, { name: 'composed' }),
    stopRender: (id) => truly('stopRender', id),
    render: (id) => call('getRender', id),
    renders: ({ offset = 0, count = 50 }) => list(call('listRenders', offset, count)),
    connectAudio: (id, { token, ...options }) => call('connectAudio', id, token, options),
    dial: (id, { token, uri, ...options }) => call('dial', id, token, uri, options),
    dtmf: (id, digits, to) => call('playDTMF', id, digits, to ?? null),
  }
}

interface PhpFilter {
  readonly offset?: number
  readonly count?: number | null
  readonly sessionId?: string | null
}
