import { defaultLayout } from '../composition/layout.ts'
import { isSameScene, sceneOf } from '../film/scene.ts'
import type { Scene } from '../film/scene.ts'
import type { FilmCommand } from '../film/command.ts'
import type { Effect } from '../outcome.ts'
import type { Session } from '../session.ts'
import { isRunning, runningArchives } from './archive.ts'
import type { Archive } from './archive.ts'
import { archiveCapacity } from './limits.ts'

/** Tells who films a session what has changed for its archives. */
export function filmArchives(before: Session, session: Session): readonly Effect[] {
  if (!session.isFilmed) return []
  const candidates =
    session.archives === before.archives
      ? runningArchives(session.archives)
      : [...session.archives.values()]
  return candidates
    .flatMap((archive) => commandsFor(archive, { before, session }))
    .map((command) => ({ type: 'film', command }))
}

function commandsFor(
  archive: Archive,
  { before, session }: { readonly before: Session; readonly session: Session },
): readonly FilmCommand[] {
  const { id: film, state } = archive
  const earlier = before.archives.get(film)
  const hasJustEnded = !isRunning(archive) && (earlier === undefined || isRunning(earlier))
  const isGone = state.type === 'deleted' || state.type === 'expired'
  if (isGone && earlier?.state.type !== state.type) return [{ type: 'discard', film }]
  if (hasJustEnded) return [{ type: 'finish', film }]
  if (!isRunning(archive)) return []
  const scene = sceneIn(archive, session)
  const known = earlier && sceneIn(earlier, before)
  return isSameScene(scene, known) ? [] : [{ type: 'show', film, scene }]
}

function sceneIn(archive: Archive, session: Session): Scene | undefined {
  if (archive.state.type !== 'recording') return undefined
  const { output } = archive
  const layout = output.mode === 'composed' ? output.layout : defaultLayout
  return sceneOf(archive, session, { layout, capacity: archiveCapacity[output.mode] })
}
