import type { Listed } from '../checks/archives.ts'
import type { Driver } from './driver.ts'
import type { OpenTokKind } from './opentok-kind.ts'

/** What rows use of the Python SDK. */
export type PythonOpenTok = OpenTokKind & { readonly driver: Driver }

export function pythonVerbs(driver: Driver): PythonOpenTok {
  const call = (name: string, ...args: readonly unknown[]) => driver.call({ call: name, args })
  const named = (name: string, args: readonly unknown[], more: Readonly<Record<string, unknown>>) =>
    driver.call({ call: name, args, named: present(more) })
  const items = async (list: Promise<unknown>) => ((await list) as Listed).items
  const page = async (list: Promise<unknown>): Promise<Listed> => {
    const { items, count } = (await list) as Listed
    return { items, count }
  }
  return {
    driver,
    createSession: async ({ mediaMode, archiveMode = 'manual' }) => {
      const modes = {
        media_mode: { $enum: ['MediaModes', mediaMode] },
        archive_mode: { $enum: ['ArchiveModes', archiveMode] },
      }
      return (await named('create_session', [], modes)) as { readonly sessionId: string }
    },
    token: async (id, { role = 'publisher', data, initialLayoutClassList }) => {
      const options = {
        role: { $enum: ['Roles', role] },
        data,
        initial_layout_class_list: initialLayoutClassList,
      }
      return String(await named('generate_token', [id], options))
    },
    signal: (id, signal, to) => call('send_signal', id, signal, to ?? null),
    disconnect: (id, connection) => call('force_disconnect', id, connection),
    stream: (id, stream) => call('get_stream', id, stream),
    streams: (id) => items(call('list_streams', id)),
    setClassLists: (id, lists) => call('set_stream_class_lists', id, lists),
    muteStream: (id, stream) => call('mute_stream', id, stream),
    muteAll: (id, excluded) => call('mute_all', id, excluded),
    unmuteAll: (id) => call('disable_force_mute', id),
    startArchive: (id, { name, hasVideo, hasAudio, resolution, outputMode, streamMode }) =>
      named('start_archive', [id], {
        name,
        resolution,
        has_video: hasVideo,
        has_audio: hasAudio,
        output_mode: outputMode && { $enum: ['OutputModes', outputMode] },
        stream_mode: streamMode && { $enum: ['StreamModes', streamMode] },
      }),
    stopArchive: (id) => call('stop_archive', id),
    archive: (id) => call('get_archive', id),
    archives: ({ offset, count, sessionId }) =>
      page(named('list_archives', [], { offset, count, session_id: sessionId })),
    deleteArchive: (id) => call('delete_archive', id),
    setArchiveLayout: (id, { type, stylesheet, screenshareType }) =>
      call('set_archive_layout', id, type, stylesheet ?? null, screenshareType ?? null),
    addArchiveStream: (id, stream, { hasAudio, hasVideo }) =>
      call('add_archive_stream', id, stream, hasAudio, hasVideo),
    removeArchiveStream: (id, stream) => call('remove_archive_stream', id, stream),
    startBroadcast: (id, { streamMode = 'auto', ...options }) =>
      call('start_broadcast', id, options, { $enum: ['BroadcastStreamModes', streamMode] }),
    stopBroadcast: (id) => call('stop_broadcast', id),
    broadcast: (id) => call('get_broadcast', id),
    setBroadcastLayout: (id, { type, stylesheet, screenshareType }) =>
      call('set_broadcast_layout', id, type, stylesheet ?? null, screenshareType ?? null),
    addBroadcastStream: (id, stream) => call('add_broadcast_stream', id, stream),
    removeBroadcastStream: (id, stream) => call('remove_broadcast_stream', id, stream),
    startCaptions: async (id, token) =>
      Reflect.get(Object(await call('start_captions', id, token)), 'captionsId'),
    stopCaptions: (id) => call('stop_captions', id),
    startRender: (id, { token, url, maxDuration, resolution }) =>
      call('start_render', id, token, url, maxDuration, resolution),
    stopRender: (id) => call('stop_render', id),
    render: (id) => call('get_render', id),
    renders: ({ offset, count }) => page(named('list_renders', [], { offset, count })),
    connectAudio: (id, { token, ...options }) =>
      call('connect_audio_to_websocket', id, token, options),
    dial: (id, { token, uri, ...options }) => call('dial', id, token, uri, options),
    dtmf: (id, digits, to) => call('play_dtmf', id, to ?? null, digits),
  }
}

/** Arguments that are left out take the SDK's own defaults. */
function present(named: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined))
}
