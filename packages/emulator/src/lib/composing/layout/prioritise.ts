import type { SceneStream } from '../timeline.ts'

/**
 * The streams that have a picture in the order in which they get a place: those with a layout class first, then shared
 * screens, then what their publishers publish besides, then by age (guide "Video layouts for composed archives and live
 * streaming broadcasts", stream prioritization rules).
 */
export function prioritise(streams: readonly SceneStream[]): readonly SceneStream[] {
  const shown = streams.filter(({ hasVideo }) => hasVideo)
  const sharing = publishersOf(shown.filter(isScreen))
  const classed = publishersOf(shown.filter(hasClass))
  const rank = (stream: SceneStream): number => {
    const tier = hasClass(stream) ? 0 : 4
    if (isScreen(stream)) return tier
    if (publishedBy(sharing, stream)) return tier + 1
    return tier + (publishedBy(classed, stream) ? 2 : 3)
  }
  return shown.toSorted((one, other) => rank(one) - rank(other))
}

export function isScreen({ videoType }: SceneStream): boolean {
  return videoType === 'screen'
}

function hasClass({ layoutClasses }: SceneStream): boolean {
  return layoutClasses.length > 0
}

function publishersOf(streams: readonly SceneStream[]): ReadonlySet<string> {
  return new Set(streams.flatMap(({ connection }) => connection ?? []))
}

function publishedBy(publishers: ReadonlySet<string>, { connection }: SceneStream): boolean {
  return connection !== undefined && publishers.has(connection)
}
