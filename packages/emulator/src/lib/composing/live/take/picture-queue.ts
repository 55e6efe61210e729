import type { Block } from './read-matroska.ts'

/** Pictures of one take that wait until it is their turn. */
export interface PictureQueue {
  add(picture: Block): void
  /** The picture of that millisecond of the take: the newest that is not from later. */
  at(ms: number): Buffer | undefined
}

// More than this is waiting only when something is wrong with the times.
const most = 100

export function createPictureQueue(): PictureQueue {
  let pictures: Block[] = []
  let latest = -Infinity
  const drop = () => {
    const next = pictures.findIndex(({ at }) => at > latest)
    const current = next === -1 ? pictures.length - 1 : next - 1
    if (current > 0) pictures = pictures.slice(current)
  }
  return {
    add: (picture) => {
      pictures.push(picture)
      drop()
      if (pictures.length > most) pictures.shift()
    },
    at: (ms) => {
      latest = ms
      drop()
      const [first] = pictures
      return first !== undefined && first.at <= ms ? first.data : undefined
    },
  }
}
