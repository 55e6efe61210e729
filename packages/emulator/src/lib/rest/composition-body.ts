import { z } from 'zod'
import { arrangements } from '../session/composition/layout.ts'
import type { Layout } from '../session/composition/layout.ts'
import type { SelectionChange } from '../session/composition/change-selection.ts'
import { flag, integer, optionalText } from './read-body.ts'

const arrangement = z.enum(arrangements, `must be one of ${arrangements.join(', ')}`)
const longestStylesheet = 32 * 1024

/** How streams are placed: a stylesheet goes with `custom`, a type for shared screens with `bestFit`. */
export const layout: z.ZodType<Layout> = z
  .object({
    type: z.enum(
      [...arrangements, 'custom'],
      `must be one of ${arrangements.join(', ')} and custom`,
    ),
    stylesheet: optionalText(longestStylesheet),
    screenshareType: arrangement.nullish(),
  })
  .transform(({ type, stylesheet, screenshareType }, context): Layout => {
    const complain = (message: string) => {
      context.addIssue({ code: 'custom', message })
      return z.NEVER
    }
    if ((type === 'custom') !== Boolean(stylesheet)) {
      return complain('a stylesheet goes with the type custom, and with no other')
    }
    if (screenshareType && type !== 'bestFit') {
      return complain('a screenshareType goes with the type bestFit, and with no other')
    }
    if (type === 'custom') return { type, stylesheet: stylesheet ?? '' }
    return screenshareType ? { type, screenshareType } : { type }
  })

/** Whether streams go in by themselves. */
export const streamMode = z
  .enum(['auto', 'manual'], 'must be auto or manual')
  .nullish()
  .transform((mode) => mode ?? 'auto')

/** Bits per second of a composed picture. */
export const maxBitrate = integer(100_000, 6_000_000).nullish()

/** A switch that is on unless somebody turns it off. */
export const onByDefault = flag.nullish().transform((value) => value ?? true)

/** A switch that is off unless somebody turns it on. */
export const offByDefault = flag.nullish().transform((value) => value ?? false)

/** A stream to add, again with other tracks perhaps, or one to take out. */
export const selectionChange: z.ZodType<SelectionChange> = z
  .object({
    addStream: optionalText(256),
    removeStream: optionalText(256),
    hasAudio: onByDefault,
    hasVideo: onByDefault,
  })
  .transform(({ addStream, removeStream, hasAudio, hasVideo }, context): SelectionChange => {
    if (addStream && !removeStream) return { type: 'add', id: addStream, hasAudio, hasVideo }
    if (removeStream && !addStream) return { type: 'remove', id: removeStream }
    context.addIssue({ code: 'custom', message: 'needs either addStream or removeStream' })
    return z.NEVER
  })
