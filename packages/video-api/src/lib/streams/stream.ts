import { filled, listOf } from '../answers/answered.ts'
import type { Readers } from '../answers/answered.ts'
import type { OpenUnion } from '../answers/open-union.ts'

/** What somebody publishes. */
export interface Stream {
  readonly id: string
  readonly videoType?: OpenUnion<'camera' | 'screen' | 'custom'>
  readonly name?: string
  /** What stylesheets of layouts know it by. */
  readonly layoutClassList?: readonly string[]
}

export const stream: Readers<Stream> = {
  needed: { id: filled },
  rest: { videoType: filled, name: filled, layoutClassList: listOf(filled) },
}
