import type { Archive, VideoApi } from '@ot-room/video-api'
import { quietRoute, route } from '../../api/route.ts'
import { act } from '../../store/act.ts'
import type { Move } from '../../store/act.ts'
import type { FeatureFor } from '../feature.ts'
import { asking, notFound, sessionIn } from '../platform/asking.ts'
import {
  deleteRecordingOperation,
  listRecordingsOperation,
  startRecordingOperation,
  stopRecordingOperation,
} from './recording-operations.ts'

/** Of how many sessions of a room the recordings are found, and for how long after the last was begun. */
const mostSessions = 10
const lastsMs = 400 * 86_400_000

/** Hosts record the room, list, fetch and delete what was recorded in it: now, and in its last ten recorded sessions. */
export function recording(video: Pick<VideoApi, 'archives'>): FeatureFor {
  const { archives } = video
  return ({ rooms, store }) => {
    const remember = (room: string, sessionId: string) =>
      act(store, keyOf(room), (sessions: readonly string[] = []): Move<readonly string[], void> => {
        if (sessions.includes(sessionId)) return { outcome: undefined }
        const state = [sessionId, ...sessions].slice(0, mostSessions)
        return { outcome: undefined, put: { state, lastsMs } }
      })

    /** The sessions of a room in which there may be recordings, the newest first. */
    async function sessionsOf(room: string): Promise<readonly string[]> {
      const current = await rooms.currentSession(room)
      const recorded = await act(store, keyOf(room), (sessions: readonly string[] = []) => ({
        outcome: sessions,
      }))
      return [...new Set([...(current ? [current.sessionId] : []), ...recorded])]
    }

    /** Throws the same for what is in another room as for what is nowhere. */
    async function inRoom(room: string, id: string | undefined): Promise<Archive> {
      const sessions = await sessionsOf(room)
      if (sessions.length === 0) await sessionIn(rooms, room)
      const archive = await asking(() => archives.get(id ?? ''))
      if (!sessions.includes(archive.sessionId)) throw notFound()
      return archive
    }

    return {
      name: 'recording',
      needsRouted: true,
      // The platform records these by itself, and nobody will have begun it.
      async onAdmitted({ room, rules }, sessionId) {
        if (rules.session.archiveMode === 'always') await remember(room, sessionId)
        return {}
      },
      routes: [
        route(startRecordingOperation, async ({ room }, { name, layout, resolution }) => {
          const { sessionId } = await sessionIn(rooms, room)
          const options = {
            ...(name !== undefined && { name }),
            ...(layout !== undefined && { layout: { type: layout } }),
            ...(resolution !== undefined && { resolution }),
          }
          await remember(room, sessionId)
          return view(await asking(() => archives.start(sessionId, options)))
        }),
        route(listRecordingsOperation, async ({ room }) => {
          const lists = await Promise.all(
            (await sessionsOf(room)).map((sessionId) =>
              asking(() => archives.list({ sessionId, count: 1000 })),
            ),
          )
          return { recordings: lists.flatMap(({ items }) => items).map(view) }
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

function keyOf(room: string): string {
  return `recorded/${room}`
}
