import { drop, put } from '../collection.ts'
import { isApplicationId } from '../owner.ts'
import type { Session } from '../session.ts'
import type { Selected, Selection } from './selection.ts'

/** What is to change of the streams that were added by hand. */
export type SelectionChange =
  ({ readonly type: 'add' } & Selected) | { readonly type: 'remove'; readonly id: string }

/** The next selection, or why there is none, in the manner of HTTP. */
export type ChangedSelection =
  | { readonly ok: true; readonly selection: Selection }
  | { readonly ok: false; readonly status: number; readonly reason: string }

/** Adds a stream to a selection made by hand, again with other tracks, or takes one out. */
export function changeSelection(
  session: Session,
  selection: Selection,
  change: SelectionChange,
): ChangedSelection {
  if (selection.mode === 'auto') {
    // The two platforms differ; the SDKs of each read their own.
    const status = isApplicationId(session.key) ? 400 : 405
    return { ok: false, status, reason: 'Streams are chosen by hand only with streamMode manual' }
  }
  const known = change.type === 'add' ? session.streams : selection.streams
  if (!known.has(change.id)) return { ok: false, status: 404, reason: 'There is no such stream' }
  const { streams } = selection
  return {
    ok: true,
    selection: {
      mode: 'manual',
      streams:
        change.type === 'add'
          ? put(streams, { id: change.id, hasAudio: change.hasAudio, hasVideo: change.hasVideo })
          : drop(streams, ({ id }) => id === change.id),
    },
  }
}
