import type { Archive, VideoApi } from '@ot-room/video-api'
import { quietRoute, route } from '../../api/route.ts'
import type { FeatureFor } from '../feature.ts'
import { asking, notFound, sessionIn } from '../platform/asking.ts'
import {
  deleteRecordingOperation,
  listRecordingsOperation,
  startRecordingOperation,
  stopRecordingOperation,
} from './recording-operations.ts'

/** Hosts record the room, list, fetch and delete what was recorded in its session. */
export function recording(video: Pick<VideoApi, 'archives'>): FeatureFor {
  const { archives } = video
  return ({ rooms }) => {
    /** Throws the same for what is in another room as for what is nowhere. */
    async function inRoom(room: string, id: string | undefined): Promise<Archive> {
      const { sessionId } = await sessionIn(rooms, room)
      const archive = await asking(() => archives.get(id ?? ''))
      if (archive.sessionId !== sessionId) throw notFound()
      return archive
    }

    return {
      name: 'recording',
      needsRouted: true,
      routes: [
        route(startRecordingOperation, async ({ room }, { name, layout, resolution }) => {
          const { sessionId } = await sessionIn(rooms, room)
          const options = {
            ...(name !== undefined && { name }),
            ...(layout !== undefined && { layout: { type: layout } }),
            ...(resolution !== undefined && { resolution }),
          }
          return view(await asking(() => archives.start(sessionId, options)))
        }),
        route(listRecordingsOperation, async ({ room }) => {
          const session = await rooms.currentSession(room)
          if (session === undefined) return { recordings: [] }
          const { sessionId } = session
          const { items } = await asking(() => archives.list({ sessionId, count: 1000 }))
          return { recordings: items.map(view) }
        }),
        route(stopRecordingOperation, async ({ room, parameters }) => {
          const { id } = await inRoom(room, parameters.recording)
          return view(await asking(() => archives.stop(id)))
        }),
        quietRoute(deleteRecordingOperation, async ({ room, parameters }) => {
          const { id } = await inRoom(room, parameters.recording)
          await asking(() => archives.delete(id))
        }),
      ],
    }
  }
}

function view({ id, status, name, createdAt, duration, size, url }: Archive) {
  return {
    recording: id,
    status,
    ...(name !== undefined && { name }),
    ...(createdAt !== undefined && { createdAt: new Date(createdAt).toISOString() }),
    ...(duration && { seconds: Math.round(duration) }),
    ...(size && { bytes: size }),
    ...(url !== undefined && { url }),
  }
}
