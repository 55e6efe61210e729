import type { Composition } from '../session/composition/selection.ts'

/** What a film has of sound and picture. */
export function tracksOf({
  hasAudio,
  hasVideo,
}: Pick<Composition, 'hasAudio' | 'hasVideo'>): 'audio' | 'video' | 'both' {
  if (hasAudio && hasVideo) return 'both'
  return hasAudio ? 'audio' : 'video'
}
