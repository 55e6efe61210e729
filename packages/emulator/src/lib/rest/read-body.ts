import { z } from 'zod'
import { resolutions } from '../session/composition/resolution.ts'
import { accepted, refused } from '../verdict.ts'
import type { Accepted, Refused } from '../verdict.ts'

/** Why a body cannot be used. */
export interface BadRequest extends Refused {
  /** The field of the body that is wrong, or that holds what is wrong. */
  readonly field?: string
}

/** Reads a body or a query by its schema; the refusal names the first field that is wrong. */
export function read<T>(schema: z.ZodType<T>, value: unknown): Accepted<T> | BadRequest {
  const result = schema.safeParse(value)
  if (result.success) return accepted(result.data)
  const [issue] = result.error.issues
  const path = issue?.path.map(String) ?? []
  const message = ['Invalid request', path.join('.'), issue?.message].filter(Boolean).join(': ')
  return { ...refused(message), ...(path[0] !== undefined && { field: path[0] }) }
}

/** A switch, which some SDKs write as text. */
export const flag = z.union(
  [z.boolean(), z.literal('true').transform(() => true), z.literal('false').transform(() => false)],
  'must be true or false',
)

/** A text that may be left out, by a missing field or by null. */
export function optionalText(longest: number): z.ZodType<string | undefined> {
  return text(longest).nullish().transform(presence)
}

/** A text of at most so many characters. */
export function text(longest: number): z.ZodString {
  return z.string('must be a string').max(longest, `must have at most ${longest} characters`)
}

/** A text that is not empty. */
export function requiredText(longest = 4096): z.ZodString {
  return text(longest).min(1, 'must not be empty')
}

/** A whole number within limits. */
export function integer(least: number, most: number): z.ZodNumber {
  const message = `must be a whole number from ${least} to ${most}`
  return z.number(message).int(message).min(least, message).max(most, message)
}

function presence<T>(value: T | null | undefined): T | undefined {
  return value ?? undefined
}

/** An address that callbacks can be sent to. */
export const httpUrl = z
  .string('must be a string')
  .max(2048, 'must have at most 2048 characters')
  .refine((value) => /^https?:\/\//i.test(value) && URL.canParse(value), 'must be an http(s) URL')

/** An address for the callbacks of what a request starts, or nothing: a missing field or null, as the Python SDK sends. */
export const callbackUrl = httpUrl
  .refine((value) => value.length >= 15, 'must have at least 15 characters')
  .nullish()
  .transform(presence)

/** A picture size that archives, broadcasts and renders can have. */
export const resolution = z.enum(resolutions, `must be one of ${resolutions.join(', ')}`)
