import type { JsonObject } from '../../wire/json.ts'
import { isApplicationId } from '../owner.ts'
import type { Session } from '../session.ts'
import { selectedOf } from './selection.ts'
import type { Capacity, Composition } from './selection.ts'

/** Whose session it is, as archives and broadcasts say it: the PHP SDK insists on a number. */
export function describeOwner({ key }: Session): JsonObject {
  if (isApplicationId(key)) return { applicationId: key }
  return { projectId: key, partnerId: /^\d{1,15}$/.test(key) ? Number(key) : key }
}

/** What goes in at this moment: what the session has, or what was added by hand. */
export function describeSelection(
  composition: Composition,
  session: Session,
  capacity: Capacity,
): readonly JsonObject[] {
  const { selection } = composition
  const selected =
    selection.mode === 'auto'
      ? selectedOf(composition, session, capacity)
      : [...selection.streams.values()]
  return selected.map(({ id, hasAudio, hasVideo }) => ({ streamId: id, hasAudio, hasVideo }))
}
