/** Who is large in a picture and who is small. */
export interface Cast {
  readonly star: string
  readonly others: readonly string[]
}

/** The first stream that is fit to be large is, or else the first one. */
export function castOf<T extends { readonly id: string }>(
  streams: readonly T[],
  isFit: (stream: T) => boolean,
): Cast | undefined {
  const star = streams.find(isFit) ?? streams[0]
  if (star === undefined) return undefined
  const others = streams.filter((stream) => stream !== star)
  return { star: star.id, others: others.map(({ id }) => id) }
}
