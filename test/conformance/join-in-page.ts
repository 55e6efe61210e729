export interface JoinOrder {
  readonly url: string
  readonly applicationId: string
  readonly sessionId: string
  readonly token: string
  readonly name: string
  readonly publish: 'camera' | 'nothing'
}

export interface JoinedIds {
  readonly connectionId: string
  readonly streamId: string
}

/** What the visitor's page keeps for later steps. */
export interface PageRoom {
  readonly session: OT.Session
  readonly publisher: OT.Publisher | undefined
}

/** Runs inside a page, so it uses nothing from outside itself: joins and tells every event to the test. */
export async function joinInPage(order: JoinOrder): Promise<JoinedIds> {
  const { tell } = globalThis as unknown as { tell(event: object): void }
  OT.setProxyUrl(order.url)
  const session = OT.initSession(order.applicationId, order.sessionId)

  const read = (event: object, ...path: readonly string[]): unknown =>
    path.reduce<unknown>((value, key) => Reflect.get(Object(value), key), event) ?? null
  const pass = (name: string, paths: Readonly<Record<string, readonly string[]>>) => {
    const emitter = session as unknown as { on(name: string, heard: (event: object) => void): void }
    emitter.on(name, (event) => {
      const values = Object.entries(paths).map(([key, path]) => [key, read(event, ...path)])
      tell({ name, ...(Object.fromEntries(values) as object) })
    })
  }
  pass('signal', { type: ['type'], data: ['data'], from: ['from', 'connectionId'] })
  pass('connectionCreated', { connectionId: ['connection', 'connectionId'] })
  pass('connectionDestroyed', { connectionId: ['connection', 'connectionId'], reason: ['reason'] })
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
  await new Promise<void>((resolve, reject) => {
    session.connect(order.token, (error) => (error ? reject(error) : resolve()))
  })
  const publisher =
    order.publish === 'camera'
      ? OT.initPublisher(undefined, { insertDefaultUI: false, name: order.name })
      : undefined
  if (publisher !== undefined) {
    publisher.on('muteForced', () => tell({ name: 'publisher muteForced' }))
    await new Promise<void>((resolve, reject) => {
      session.publish(publisher, (error) => (error ? reject(error) : resolve()))
    })
  }
  Object.assign(globalThis, { room: { session, publisher } })
  return {
    connectionId: session.connection?.connectionId ?? '',
    streamId: publisher?.stream?.streamId ?? '',
  }
}
