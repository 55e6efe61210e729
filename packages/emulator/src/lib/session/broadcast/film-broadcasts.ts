import type { FilmCommand } from '../film/command.ts'
import { isSameScene, sceneOf } from '../film/scene.ts'
import type { Effect } from '../outcome.ts'
import type { Session } from '../session.ts'
import { broadcastsOnAir, isOnAir } from './broadcast.ts'
import type { Broadcast } from './broadcast.ts'
import { broadcastCapacity } from './limits.ts'

/** Tells who films a session what has changed for its broadcasts. */
export function filmBroadcasts(before: Session, session: Session): readonly Effect[] {
  if (!session.isFilmed) return []
  const ended = broadcastsOnAir(before.broadcasts).flatMap(({ id }): readonly FilmCommand[] => {
    const now = session.broadcasts.get(id)
    return now && !isOnAir(now) ? [{ type: 'finish', film: id }] : []
  })
  const shown = broadcastsOnAir(session.broadcasts).flatMap((broadcast): readonly FilmCommand[] => {
    const earlier = before.broadcasts.get(broadcast.id)
    const scene = sceneIn(broadcast, session)
    const known = earlier && sceneIn(earlier, before)
    return isSameScene(scene, known) ? [] : [{ type: 'show', film: broadcast.id, scene }]
  })
  return [...ended, ...shown].map((command) => ({ type: 'film', command }))
}

function sceneIn(broadcast: Broadcast, session: Session) {
  return sceneOf(broadcast, session, { layout: broadcast.layout, capacity: broadcastCapacity })
}
