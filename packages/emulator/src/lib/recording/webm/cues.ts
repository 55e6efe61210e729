import { element, unsigned } from './element.ts'
import { trackNumbers } from './track.ts'

/** A place that a player can jump to. */
export interface Cue {
  readonly kind: keyof typeof trackNumbers
  /** Milliseconds since the file's time 0. */
  readonly time: number
  /** Where the cluster begins, in bytes after the beginning of the segment. */
  readonly position: number
}

const ids = { cues: 0x1c53bb6b, point: 0xbb, time: 0xb3, places: 0xb7, track: 0xf7, position: 0xf1 }

/** The seek index (`Cues`; Matroska, RFC 9559, section 5.1.5). */
export function cues(places: readonly Cue[]): Buffer {
  return element(ids.cues, ...places.map(point))
}

function point({ kind, time, position }: Cue): Buffer {
  const place = [unsigned(ids.track, trackNumbers[kind]), unsigned(ids.position, position)]
  return element(ids.point, unsigned(ids.time, Math.round(time)), element(ids.places, ...place))
}
