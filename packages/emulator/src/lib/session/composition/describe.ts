import type { JsonObject } from '../../wire/json.ts'
import { isApplicationId } from '../owner.ts'
import type { Session } from '../session.ts'
import type { Selection } from './selection.ts'

/** Whose session it is, as archives and broadcasts say it: the PHP SDK insists on a number. */
export function describeOwner({ key }: Session): JsonObject {
  if (isApplicationId(key)) return { applicationId: key }
  const id = /^\d{1,15}$/.test(key) ? Number(key) : key
  return { projectId: id, partnerId: id }
}

/** The streams that were added by hand; streams that go in by themselves are not listed. */
export function describeSelection(selection: Selection): JsonObject {
  const streams = selection.mode === 'auto' ? [] : [...selection.streams.values()]
  return {
    streamMode: selection.mode,
    streams: streams.map(({ id, hasAudio, hasVideo }) => ({ streamId: id, hasAudio, hasVideo })),
  }
}
