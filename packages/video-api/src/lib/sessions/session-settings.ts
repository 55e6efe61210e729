import { resolution } from '../composition/resolution.ts'
import type { Resolution } from '../composition/resolution.ts'
import {
  boundedText,
  described,
  invalidOption,
  knownOptions,
  oneOf,
} from '../options/option-checks.ts'
import type { GivenOptions } from '../options/option-checks.ts'

const mediaModes = ['relayed', 'routed'] as const
const archiveModes = ['manual', 'always'] as const
/** `relayed`: clients send to each other, by TURN where they must. `routed`: through the Media Router. */
export type MediaMode = (typeof mediaModes)[number]
/** `always`: the platform archives the session from its first stream on. */
export type ArchiveMode = (typeof archiveModes)[number]

/** What a new session shall be; everything has a default. */
export interface SessionOptions {
  /** Default `relayed`. */
  readonly mediaMode?: MediaMode
  /** Default `manual`; `always` needs a routed session. */
  readonly archiveMode?: ArchiveMode
  /** An IPv4 address near which to place the session; without it the first client decides. */
  readonly location?: string
  /** End-to-end encryption, default off; needs a routed session that is not always archived. */
  readonly e2ee?: boolean
  /** 1 to 80 characters, with `archiveMode: 'always'` only. */
  readonly archiveName?: string
  /** With `archiveMode: 'always'` only. */
  readonly archiveResolution?: Resolution
}

/** Session options that are complete and do not contradict each other. */
export interface SessionSettings {
  readonly mediaMode: MediaMode
  readonly archiveMode: ArchiveMode
  readonly e2ee: boolean
  readonly location?: string
  readonly archiveName?: string
  readonly archiveResolution?: Resolution
}

export const sessionOptionNames = [
  'mediaMode',
  'archiveMode',
  'location',
  'e2ee',
  'archiveName',
  'archiveResolution',
] as const satisfies readonly (keyof SessionOptions)[]

/**
 * Completes session options with their defaults, without any request.
 * Throws VideoError `invalid-option` with the reason when a value is unknown or two contradict.
 */
export function sessionSettings(options?: SessionOptions): SessionSettings {
  const settings = settingsOf(knownOptions(options, 'A session', sessionOptionNames))
  refuseContradictions(settings)
  return Object.freeze(settings)
}

function settingsOf(given: GivenOptions): SessionSettings {
  const { mediaMode = 'relayed', archiveMode = 'manual', e2ee = false } = given
  if (typeof e2ee !== 'boolean') {
    throw invalidOption(`e2ee must be true or false, not ${described(e2ee)}.`)
  }
  return {
    mediaMode: oneOf('mediaMode', mediaMode, mediaModes),
    archiveMode: oneOf('archiveMode', archiveMode, archiveModes),
    e2ee,
    ...(given.location !== undefined && { location: ipv4(given.location) }),
    ...(given.archiveName !== undefined && {
      archiveName: boundedText('archiveName', given.archiveName, { min: 1, max: 80 }),
    }),
    ...(given.archiveResolution !== undefined && {
      archiveResolution: resolution('archiveResolution', given.archiveResolution),
    }),
  }
}

function refuseContradictions(settings: SessionSettings): void {
  const { mediaMode, archiveMode, e2ee, archiveName, archiveResolution } = settings
  if (archiveMode === 'always' && mediaMode === 'relayed') {
    throw invalidOption(
      "archiveMode 'always' needs mediaMode 'routed': only the Media Router can archive.",
    )
  }
  if (e2ee && mediaMode === 'relayed') {
    throw invalidOption("e2ee needs mediaMode 'routed': the platform has no relayed variant of it.")
  }
  if (e2ee && archiveMode === 'always') {
    throw invalidOption(
      "e2ee excludes archiveMode 'always': the platform cannot record what it cannot decrypt.",
    )
  }
  if (archiveMode === 'manual' && archiveName !== undefined) {
    throw invalidOption("archiveName names an automatic archive: it needs archiveMode 'always'.")
  }
  if (archiveMode === 'manual' && archiveResolution !== undefined) {
    throw invalidOption(
      "archiveResolution sizes an automatic archive: it needs archiveMode 'always'.",
    )
  }
}

function ipv4(value: unknown): string {
  const octet = '(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'
  if (typeof value !== 'string' || !new RegExp(`^(${octet}\\.){3}${octet}$`).test(value)) {
    throw invalidOption(
      `location must be an IPv4 address such as 203.0.113.7, not ${described(value)}.`,
    )
  }
  return value
}
