/** Where the encoded composition goes. */
export interface Output {
  /** Takes a piece of the MPEG-TS; never makes others wait. */
  write(bytes: Buffer): void
  /** Ends it properly. */
  close(): Promise<void>
}
