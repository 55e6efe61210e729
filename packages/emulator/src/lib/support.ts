/**
 * How much of something the emulator does. `full`: as OpenTok.js and the SDKs expect. `shape`: the right form, and
 * the note says what is missing behind it. `501`: refused as not there.
 */
export type Support = 'full' | 'shape' | '501'

/** One thing of the platform, as the README lists it. */
export interface Supported {
  readonly support: Support
  /** What a user should know; always there when the support is not full. */
  readonly note?: string
}
