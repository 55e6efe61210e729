import {
  boundedText,
  described,
  invalidOption,
  knownOptions,
  oneOf,
  wholeNumber,
} from '../options/option-checks.ts'
import type { GivenOptions } from '../options/option-checks.ts'

export const roles = ['publisher', 'subscriber', 'moderator', 'publisheronly'] as const
const formats = ['jwt', 't1'] as const
const optionNames = [
  'role',
  'expiresIn',
  'expireTime',
  'data',
  'initialLayoutClassList',
  'format',
] as const satisfies readonly (keyof TokenOptions)[]

const day = 86_400
const longest = 30 * day

/** What the bearer may do in the session. */
export type Role = (typeof roles)[number]
/** `t1` is the older format, for OpenTok projects only. */
export type TokenFormat = (typeof formats)[number]

/** What a client token shall grant; everything has a default. */
export interface TokenOptions {
  /** Default `publisher`. */
  readonly role?: Role
  /** Seconds from now, default one day, at most 30 days. */
  readonly expiresIn?: number
  /** Instead of `expiresIn`: whole seconds since 1970, at most 30 days ahead. */
  readonly expireTime?: number
  /** At most 1000 characters that every participant can read: no personal data. */
  readonly data?: string
  /** Layout classes of the client's streams in composed archives, at most 1024 characters joined. */
  readonly initialLayoutClassList?: readonly string[]
  /** Default `jwt`. */
  readonly format?: TokenFormat
}

/** Everything a token says, decided; what is left is to sign it. Times are seconds since 1970. */
export interface TokenGrant {
  readonly sessionId: string
  readonly role: Role
  readonly issuedAt: number
  readonly expiresAt: number
  readonly nonce: string
  readonly layoutClasses: string
  readonly data?: string
}

/** The circumstances a grant is made in. */
export interface GrantMoment {
  /** Seconds since 1970. */
  readonly now: number
  readonly nonce: string
}

/** Decides what a token says, or throws VideoError `invalid-option` with the reason. */
export function tokenGrant(
  sessionId: string,
  options: TokenOptions | undefined,
  { now, nonce }: GrantMoment,
): TokenGrant & { readonly format: TokenFormat } {
  const given = knownOptions(options, 'generateToken', optionNames)
  const { role = 'publisher', format = 'jwt', initialLayoutClassList = [] } = given
  return {
    format: oneOf('format', format, formats),
    sessionId: boundedText('sessionId', sessionId, { min: 1, max: 255 }),
    role: oneOf('role', role, roles),
    issuedAt: now,
    expiresAt: expiry(given, now),
    nonce,
    layoutClasses: layoutClasses(initialLayoutClassList),
    ...(given.data !== undefined && {
      data: boundedText('data', given.data, { min: 0, max: 1000 }),
    }),
  }
}

function expiry({ expiresIn, expireTime }: GivenOptions, now: number): number {
  if (expireTime === undefined) {
    return (
      now + wholeNumber('expiresIn', expiresIn ?? day, { min: 1, max: longest, unit: 'seconds' })
    )
  }
  if (expiresIn !== undefined) {
    throw invalidOption('Give expiresIn or expireTime, not both: they say the same thing twice.')
  }
  if (typeof expireTime === 'number' && expireTime > 1e11) {
    throw invalidOption(
      'expireTime looks like milliseconds; it is counted in seconds since 1970, so divide by 1000.',
    )
  }
  if (typeof expireTime === 'number' && expireTime <= now) {
    throw invalidOption('expireTime has already passed; the token would never admit anyone.')
  }
  const bounds = { min: now + 1, max: now + longest, unit: 'seconds since 1970' }
  return wholeNumber('expireTime', expireTime, bounds)
}

function layoutClasses(list: unknown): string {
  if (!Array.isArray(list)) {
    throw invalidOption(`initialLayoutClassList must be an array, not ${described(list)}.`)
  }
  const wrong: unknown = list.find((name) => typeof name !== 'string' || !/^\S+$/.test(name))
  if (wrong !== undefined || list.includes(undefined)) {
    throw invalidOption(
      `initialLayoutClassList holds class names without spaces, not ${described(wrong)}.`,
    )
  }
  return boundedText('initialLayoutClassList, joined by spaces,', list.join(' '), {
    min: 0,
    max: 1024,
  })
}
