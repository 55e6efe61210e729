// Playwright sends these functions into pages as text, so each uses nothing from outside itself.

export interface JoinOrder {
  readonly applicationId: string
  readonly sessionId: string
  readonly token: string
}

/** What the visitor's page keeps for later steps. */
export interface PageRoom {
  readonly session: OT.Session
  readonly publisher?: OT.Publisher
}

interface Teller {
  tell(event: object): void
  /** The sessions that are listened to. */
  sessions?: Set<OT.Session>
}

/** Runs inside a page: joins, tells every event to the test, and resolves with the id of the connection. */
export async function joinInPage(order: JoinOrder): Promise<string> {
  const page = globalThis as unknown as Teller
  const session = OT.initSession(order.applicationId, order.sessionId)

  // OpenTok.js hands out the same object when a page joins a session again, with its listeners.
  const known = (page.sessions ??= new Set())
  if (!known.has(session)) {
    known.add(session)
    listen()
  }
  await new Promise<void>((resolve, reject) => {
    session.connect(order.token, (error) => (error ? reject(told(error)) : resolve()))
  })
  Object.assign(globalThis, { room: { session } })
  return session.connection?.connectionId ?? ''

  // Errors of OpenTok.js leave a page without their name and their text.
  function told({ name, message }: Error): Error {
    return new Error(`${name}: ${message}`)
  }

  function listen(): void {
    const read = (event: object, ...path: readonly string[]): unknown =>
      path.reduce<unknown>((value, key) => Reflect.get(Object(value), key), event) ?? null
    const pass = (name: string, paths: Readonly<Record<string, readonly string[]>>) => {
      const emitter = session as unknown as {
        on(name: string, heard: (event: object) => void): void
      }
      emitter.on(name, (event) => {
        const values = Object.entries(paths).map(([key, path]) => [key, read(event, ...path)])
        page.tell({ name, ...(Object.fromEntries(values) as object) })
      })
    }
    pass('signal', { type: ['type'], data: ['data'], from: ['from', 'connectionId'] })
    pass('connectionCreated', { connectionId: ['connection', 'connectionId'] })
    pass('connectionDestroyed', {
      connectionId: ['connection', 'connectionId'],
      reason: ['reason'],
    })
    pass('streamCreated', { streamId: ['stream', 'streamId'] })
    pass('streamDestroyed', { streamId: ['stream', 'streamId'], reason: ['reason'] })
    pass('streamPropertyChanged', {
      streamId: ['stream', 'streamId'],
      property: ['changedProperty'],
      value: ['newValue'],
    })
    pass('sessionDisconnected', { reason: ['reason'] })
    pass('sessionReconnecting', {})
    pass('muteForced', { active: ['active'] })
    pass('archiveStarted', { id: ['id'], archive: ['name'] })
    pass('archiveStopped', { id: ['id'], archive: ['name'] })

    session.on('streamCreated', ({ stream }) => {
      session.subscribe(stream, undefined, { insertDefaultUI: false })
    })
  }
}

/** Runs inside a page: publishes the camera under a name, and resolves with the id of the stream. */
export async function publishInPage(name: string): Promise<string> {
  const { tell } = globalThis as unknown as Teller
  const { session } = (globalThis as unknown as { room: PageRoom }).room
  const publisher = OT.initPublisher(undefined, { insertDefaultUI: false, name })
  publisher.on('muteForced', () => tell({ name: 'publisher muteForced' }))
  await new Promise<void>((resolve, reject) => {
    session.publish(publisher, (error) => {
      // Errors of OpenTok.js leave a page without their name and their text.
      if (error) reject(new Error(`${error.name}: ${error.message}`))
      else resolve()
    })
  })
  Object.assign(globalThis, { room: { session, publisher } })
  return publisher.stream?.streamId ?? ''
}

/** Runs inside a page: disconnects what `joinInPage` connected, and resolves when that has ended. */
export async function leaveInPage(): Promise<void> {
  const { session } = (globalThis as unknown as { room: PageRoom }).room
  // The client's own types leave this method out.
  if (!(session as unknown as { isConnected(): boolean }).isConnected()) return
  const ended = new Promise<void>((resolve) => {
    session.on('sessionDisconnected', () => resolve())
  })
  void session.disconnect()
  await ended
}
