/** A database server that a test has started. */
export interface DatabaseServer {
  readonly url: string
  close(): Promise<void>
}
