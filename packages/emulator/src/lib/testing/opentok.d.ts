/** The little of the official server SDK that tests use; the package has no types of its own. */
declare module 'opentok' {
  type Fields = Readonly<Record<string, unknown>>
  type Done<T> = (error: Error | null, value: T) => void
  type Listed = (error: Error | null, items: readonly Fields[], count: number) => void

  export default class OpenTok {
    constructor(apiKey: string, apiSecret: string, apiUrl?: string)
    createSession(
      options: Fields,
      callback: (error: Error | null, session?: { readonly sessionId: string }) => void,
    ): void
    generateToken(
      sessionId: string,
      options?: { readonly role?: string; readonly data?: string; readonly expireTime?: number },
      legacy?: boolean,
    ): string
    forceDisconnect(
      sessionId: string,
      connectionId: string,
      callback: (error: Error | null) => void,
    ): void
    websocketConnect(
      sessionId: string,
      token: string,
      uri: string,
      options: Fields,
      callback: Done<{ readonly id: string; readonly connectionId: string }>,
    ): void
    startArchive(sessionId: string, options: Fields, callback: Done<Fields>): void
    stopArchive(id: string, callback: Done<Fields>): void
    getArchive(id: string, callback: Done<Fields>): void
    listArchives(options: Fields, callback: Listed): void
    deleteArchive(id: string, callback: Done<unknown>): void
    setArchiveLayout(
      id: string,
      type: string,
      stylesheet: string | null,
      screenshareType: string | null,
      callback: Done<unknown>,
    ): void
    addArchiveStream(id: string, stream: string, options: Fields, callback: Done<unknown>): void
    removeArchiveStream(id: string, stream: string, callback: Done<unknown>): void
    startBroadcast(sessionId: string, options: Fields, callback: Done<Fields>): void
    stopBroadcast(id: string, callback: Done<Fields>): void
    getBroadcast(id: string, callback: Done<Fields | string>): void
    listBroadcasts(options: Fields, callback: Listed): void
    setBroadcastLayout(
      id: string,
      type: string,
      stylesheet: string | null,
      screenshareType: string | null,
      callback: Done<unknown>,
    ): void
    addBroadcastStream(id: string, stream: string, options: Fields, callback: Done<unknown>): void
    removeBroadcastStream(id: string, stream: string, callback: Done<unknown>): void
  }
}
