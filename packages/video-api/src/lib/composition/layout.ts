import { choice, text } from '../options/checks.ts'
import type { Check } from '../options/checks.ts'
import { invalidOption, knownOptions, oneOf } from '../options/option-checks.ts'

const arrangements = ['bestFit', 'horizontalPresentation', 'pip', 'verticalPresentation'] as const

/** The arrangements that the platform knows by itself. */
export type Arrangement = (typeof arrangements)[number]

/** How the streams of a composed picture are placed; the default is `bestFit`. */
export type Layout =
  | {
      readonly type: 'bestFit'
      /** How streams are placed while a screen is shared. */
      readonly screenshareType?: Arrangement
    }
  | { readonly type: Exclude<Arrangement, 'bestFit'> }
  | {
      readonly type: 'custom'
      /** CSS for `stream` elements, which have the layout classes of their streams. */
      readonly stylesheet: string
    }

const longestStylesheet = 64 * 1024

export const layout: Check<Layout> = (name, value) => {
  const given = knownOptions(value ?? null, name, ['type', 'screenshareType', 'stylesheet'])
  const type = oneOf(`${name}.type`, given['type'], [...arrangements, 'custom'])
  const { screenshareType, stylesheet } = given
  if (screenshareType !== undefined && type !== 'bestFit') {
    throw invalidOption(`${name}.screenshareType goes with the type bestFit, and with no other.`)
  }
  if (stylesheet !== undefined && type !== 'custom') {
    throw invalidOption(`${name}.stylesheet goes with the type custom, and with no other.`)
  }
  if (type === 'custom') {
    return { type, stylesheet: text(1, longestStylesheet)(`${name}.stylesheet`, stylesheet) }
  }
  if (type !== 'bestFit' || screenshareType === undefined) return { type }
  return {
    type,
    screenshareType: choice(arrangements)(`${name}.screenshareType`, screenshareType),
  }
}
