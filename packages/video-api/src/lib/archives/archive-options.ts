import { maxBitrate } from '../composition/bitrate.ts'
import { layout } from '../composition/layout.ts'
import type { Layout } from '../composition/layout.ts'
import { resolution } from '../composition/resolution.ts'
import type { Resolution } from '../composition/resolution.ts'
import { streamMode } from '../composition/stream-mode.ts'
import type { StreamMode } from '../composition/stream-mode.ts'
import { refuseNothing } from '../composition/tracks.ts'
import type { CallOptions } from '../options/call-options.ts'
import { choice, flag, shape, text, whole } from '../options/checks.ts'
import type { Checks } from '../options/checks.ts'
import { invalidOption } from '../options/option-checks.ts'

const outputModes = ['composed', 'individual'] as const

/** `composed`: one MP4 file. `individual`: a ZIP file of one file for each stream. */
export type OutputMode = (typeof outputModes)[number]

/** What a recording shall be; everything has a default. */
export interface ArchiveSettings {
  /** Default none. */
  readonly name?: string
  /** Default true. */
  readonly hasAudio?: boolean
  /** Default true. */
  readonly hasVideo?: boolean
  /** Default `composed`. */
  readonly outputMode?: OutputMode
  /** Default `640x480`; not with `individual`. */
  readonly resolution?: Resolution
  /** Default `bestFit`; not with `individual`. */
  readonly layout?: Layout
  /** Default `auto`. */
  readonly streamMode?: StreamMode
  /** Needed by all but one of the archives of one session that run at the same time. */
  readonly multiArchiveTag?: string
  /** Bits per second, 100000 to 6000000; not with `individual`. */
  readonly maxBitrate?: number
  /** 15 (good) to 40 (small), instead of `maxBitrate`; not with `individual`. */
  readonly quantizationParameter?: number
  /** Default false. */
  readonly hasTranscription?: boolean
  /** With `hasTranscription` only. */
  readonly transcriptionProperties?: TranscriptionProperties
}

export interface TranscriptionProperties {
  /** A BCP-47 tag, default `en-US`. */
  readonly primaryLanguageCode?: string
  /** Default false. */
  readonly hasSummary?: boolean
}

export interface StartArchiveOptions extends ArchiveSettings, CallOptions {}

export const archiveChecks: Checks<ArchiveSettings> = {
  name: text(1, 1024),
  hasAudio: flag,
  hasVideo: flag,
  outputMode: choice(outputModes),
  resolution,
  layout,
  streamMode,
  multiArchiveTag: text(1, 1024),
  maxBitrate,
  quantizationParameter: whole({ min: 15, max: 40, unit: 'steps' }),
  hasTranscription: flag,
  transcriptionProperties: shape<TranscriptionProperties>({
    primaryLanguageCode: text(2, 35),
    hasSummary: flag,
  }),
}

/** Throws VideoError `invalid-option` for what contradicts itself. */
export function refuseContradictions(settings: ArchiveSettings): void {
  refuseNothing(settings)
  if (settings.outputMode === 'individual') {
    for (const name of ['resolution', 'layout', 'maxBitrate', 'quantizationParameter'] as const) {
      if (settings[name] !== undefined) {
        throw invalidOption(`${name} is about a composed picture: outputMode individual has none.`)
      }
    }
  }
  if (settings.maxBitrate !== undefined && settings.quantizationParameter !== undefined) {
    throw invalidOption('Give maxBitrate or quantizationParameter, not both.')
  }
  if (settings.transcriptionProperties !== undefined && settings.hasTranscription !== true) {
    throw invalidOption('transcriptionProperties needs hasTranscription: true.')
  }
}
