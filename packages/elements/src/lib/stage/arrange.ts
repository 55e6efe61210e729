import type { ViewState } from '../view/view.ts'
import type { Tile } from './tiles.ts'

/** Which tiles are large, which are small, and which lies on top of the others. */
export interface Arrangement {
  readonly featured: readonly Tile[]
  readonly others: readonly Tile[]
  readonly floating: Tile | undefined
  /** Where the others are when something is featured. */
  readonly side: 'end' | 'below'
}

/** Gives every tile its place; the order of the tiles stays, so that nobody jumps about. */
export function arrange(
  tiles: readonly Tile[],
  view: ViewState,
  speaker: string | undefined,
): Arrangement {
  const self = tiles.find(isSelf)
  const shown = tiles.filter((tile) => !isSelf(tile) || view.selfView === 'tile')
  const floats = view.selfView === 'floating'
  // Who is alone is not floating in front of nothing.
  const visible = floats && shown.length === 0 ? tiles : shown
  const featured = featuredOf(visible, view, speaker)
  return {
    featured,
    others: visible.filter((tile) => !featured.includes(tile)),
    floating: floats && visible === shown ? self : undefined,
    side: view.layout === 'speaker' ? 'below' : 'end',
  }
}

function featuredOf(
  tiles: readonly Tile[],
  { layout, pinned }: ViewState,
  speaker: string | undefined,
): readonly Tile[] {
  // Nothing is large beside nobody.
  if (tiles.length < 2) return []
  const chosen = tiles.filter(({ key }) => pinned.includes(key))
  if (chosen.length > 0) return chosen
  if (layout === 'grid') return []
  // Who looks at their own screen in it looks into two mirrors.
  const screens = tiles.filter(({ participant, stream }) => isScreen(stream) && !participant.self)
  if (screens.length > 0) return screens
  if (layout === 'auto') return []
  const others = tiles.filter(({ participant }) => !participant.self)
  const speaking = others.find(({ participant }) => participant.id === speaker) ?? others[0]
  return speaking ? [speaking] : []
}

function isSelf({ participant, stream }: Tile): boolean {
  return participant.self && !isScreen(stream)
}

function isScreen(stream: Tile['stream']): boolean {
  return stream?.kind === 'screen'
}
