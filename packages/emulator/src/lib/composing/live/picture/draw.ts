import { planesOf } from './frame.ts'
import type { Area, Frame } from './frame.ts'
import type { Placement } from './place.ts'

/** Draws a part of one picture into a part of another, in any size; what is outside of that is cut off. */
export function draw(source: Frame, target: Frame, { from, to }: Placement): void {
  const sources = planesOf(source)
  for (const [index, { data, stride, offset, step }] of planesOf(target).entries()) {
    const plane = sources[index]
    if (plane === undefined) continue
    const [wide, high] = [target.width / step, target.height / step]
    const [part, place] = [inPlane(from, step), inPlane(to, step)]
    const first = Math.max(place.x, 0)
    const end = Math.min(place.x + place.width, wide)
    if (end <= first) return
    const all = samplesOf(part.x, part.width, place.width)
    const columns = all.slice(first - place.x, end - place.x)
    const rows = samplesOf(part.y, part.height, place.height)
    for (const [row, { at, next, weight }] of rows.entries()) {
      const y = place.y + row
      if (y < 0 || y >= high) continue
      const [above, below] = [plane.offset + at * plane.stride, plane.offset + next * plane.stride]
      const start = offset + y * stride + first
      if (part.width === place.width && weight === 0) {
        const x = above + (columns[0]?.at ?? 0)
        plane.data.copy(data, start, x, x + columns.length)
      } else blend({ data: plane.data, above, below, weight, columns }, data, start)
    }
  }
}

/** Between which two pixels one is, and how near to the second, in 256ths. */
interface Sample {
  readonly at: number
  readonly next: number
  readonly weight: number
}

const known = new Map<string, readonly Sample[]>()

function samplesOf(start: number, length: number, count: number): readonly Sample[] {
  const key = `${start} ${length} ${count}`
  const found = known.get(key)
  if (found !== undefined) return found
  const samples = Array.from({ length: count }, (_, index): Sample => {
    const exact = Math.min(Math.max(((index + 0.5) * length) / count - 0.5, 0), length - 1)
    const at = Math.floor(exact)
    const next = Math.min(at + 1, length - 1)
    return { at: start + at, next: start + next, weight: Math.round((exact - at) * 256) }
  })
  // Layouts come and go; a few thousand numbers for each are soon made again.
  if (known.size > 200) known.clear()
  known.set(key, samples)
  return samples
}

interface Row {
  readonly data: Buffer
  readonly above: number
  readonly below: number
  readonly weight: number
  readonly columns: readonly Sample[]
}

function blend({ data, above, below, weight, columns }: Row, target: Buffer, start: number): void {
  let position = start
  for (const { at, next, weight: across } of columns) {
    const top = (data[above + at] ?? 0) * (256 - across) + (data[above + next] ?? 0) * across
    const bottom = (data[below + at] ?? 0) * (256 - across) + (data[below + next] ?? 0) * across
    target[position] = (top * (256 - weight) + bottom * weight) >> 16
    position += 1
  }
}

function inPlane({ x, y, width, height }: Area, step: 1 | 2): Area {
  return { x: x / step, y: y / step, width: width / step, height: height / step }
}
