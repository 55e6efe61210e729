import { boolean, filled } from '../answers/answered.ts'
import type { Readers } from '../answers/answered.ts'
import { invalidOption } from '../options/option-checks.ts'

/** A stream within an archive or a broadcast. */
export interface ComposedStream {
  readonly streamId: string
  readonly hasAudio?: boolean
  readonly hasVideo?: boolean
}

export const composedStream: Readers<ComposedStream> = {
  needed: { streamId: filled },
  rest: { hasAudio: boolean, hasVideo: boolean },
}

/** Refuses what would be neither heard nor seen. */
export function refuseNothing(tracks: {
  readonly hasAudio?: boolean
  readonly hasVideo?: boolean
}): void {
  if (tracks.hasAudio === false && tracks.hasVideo === false) {
    throw invalidOption('hasAudio and hasVideo cannot both be false: nothing would be left.')
  }
}
