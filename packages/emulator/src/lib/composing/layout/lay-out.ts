import type { Arrangement } from '../../session/composition/layout.ts'
import type { PictureSize } from '../picture-size.ts'
import type { SceneStream, Setting } from '../timeline.ts'
import { bestFit } from './best-fit.ts'
import { castOf } from './cast.ts'
import { layOutByStylesheet } from './custom/lay-out-by-stylesheet.ts'
import { pip } from './pip.ts'
import { horizontalPresentation, verticalPresentation } from './presentation.ts'
import { isScreen, prioritise } from './prioritise.ts'
import type { Tile } from './tile.ts'

/** How many streams have a place in one picture; others are only heard. */
export const mostTiles = 16

/** A picture before anything is in it. */
export interface Picture {
  /** From the back to the front. */
  readonly tiles: readonly Tile[]
  /** What of a style sheet had no effect, as sentences. */
  readonly ignored: readonly string[]
}

/** Places the streams of a scene as the guide "Video layouts for composed archives and live streaming broadcasts" says. */
export function layOut({ layout, streams }: Setting, size: PictureSize): Picture {
  const ranked = prioritise(streams)
  if (layout.type === 'custom') {
    return layOutByStylesheet(layout.stylesheet, ranked.slice(0, mostTiles), size)
  }
  const sharing = layout.screenshareType !== undefined && ranked.some(isScreen)
  const type = (sharing ? layout.screenshareType : undefined) ?? layout.type
  const shown = sharing && type === 'bestFit' ? ranked.filter(isScreen) : ranked
  const isStar = sharing ? isScreen : hasClass(type === 'pip' ? 'full' : 'focus')
  const arranged = arrange({ type, isStar, size }, shown.slice(0, mostTiles))
  return { tiles: arranged, ignored: [] }
}

const withStar = { pip, verticalPresentation, horizontalPresentation }

interface Arranging {
  readonly type: Arrangement
  readonly isStar: (stream: SceneStream) => boolean
  readonly size: PictureSize
}

function arrange(
  { type, isStar, size }: Arranging,
  streams: readonly SceneStream[],
): readonly Tile[] {
  const ids = streams.map(({ id }) => id)
  if (type === 'bestFit') return bestFit(ids, size)
  const cast = castOf(streams, isStar)
  return cast === undefined ? [] : withStar[type](cast, size)
}

function hasClass(name: string): (stream: SceneStream) => boolean {
  return ({ layoutClasses }) => layoutClasses.includes(name)
}
