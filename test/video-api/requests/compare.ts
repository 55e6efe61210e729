import { isDeepStrictEqual } from 'node:util'
import { differences, inOrder } from './differences.ts'
import type { RecordedRequest } from './recorder.ts'

/** How our request came to be the same as theirs: the reasons of what differed, none when every byte agrees. */
export type Comparison =
  | { readonly same: true; readonly reasons: readonly string[] }
  | { readonly same: false; readonly theirs: RecordedRequest; readonly ours: RecordedRequest }

/** Takes the known differences out of an official SDK's request, one after the other, until it is ours. */
export function compare(theirs: RecordedRequest, ours: RecordedRequest): Comparison {
  const reasons: string[] = []
  let left = theirs
  for (const { reason, undo } of differences) {
    if (isDeepStrictEqual(left, ours)) break
    const next = undo(left)
    if (isDeepStrictEqual(next, left)) continue
    reasons.push(reason)
    left = next
  }
  if (isDeepStrictEqual(left, ours)) return { same: true, reasons }
  const body = ours.body.startsWith('{') ? inOrder(ours.body) : ours.body
  return isDeepStrictEqual(left, { ...ours, body })
    ? { same: true, reasons }
    : { same: false, theirs: left, ours }
}
