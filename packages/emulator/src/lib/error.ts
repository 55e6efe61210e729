/** What went wrong, as a name that stays the same between versions. */
export type EmulatorErrorCode =
  | 'bad-option'
  | 'bad-seed'
  | 'remote-host'
  | 'port-in-use'
  | 'listen-failed'
  | 'refused'
  | 'ffmpeg-missing'
  | 'composing-failed'

/** The one error class of this package; `code` says which failure, `message` what to do about it. */
export class EmulatorError extends Error {
  override readonly name = 'EmulatorError'
  readonly code: EmulatorErrorCode

  constructor(code: EmulatorErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
