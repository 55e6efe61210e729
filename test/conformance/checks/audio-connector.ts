import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { WebSocketServer, type RawData, type WebSocket } from 'ws'
import type { Check } from '../row.ts'
import type { Scene } from '../scene.ts'
import { hasFields, text } from '../shape.ts'
import { isRefused, type Refusal } from './refusal.ts'
import type { Sessions } from './sessions.ts'

export interface ConnectorOptions {
  readonly token: string
  readonly uri: string
  readonly streams?: readonly string[]
  readonly headers?: Readonly<Record<string, string>>
}

export interface AudioConnector extends Sessions {
  connectAudio(sessionId: string, options: ConnectorOptions): Promise<unknown>
  disconnect(sessionId: string, connectionId: string): Promise<unknown>
}

export interface AudioDisconnecting extends AudioConnector {
  disconnectAudio(id: string): Promise<unknown>
}

/** The connector is in the session like anybody else, until somebody disconnects it. */
export async function connectsAudio(scene: Scene<AudioConnector>): Promise<void> {
  const { sdk, sessionId, alice } = scene
  await withListener(async ({ uri }) => {
    const call = await connect(scene, uri)
    hasFields('call', call, { id: text, connectionId: text })
    const { connectionId } = call
    await alice.hears('connectionCreated', { connectionId })
    await sdk.disconnect(sessionId, String(connectionId))
    await alice.hears('connectionDestroyed', { connectionId })
  })
}

/** A WebSocket server of the user's own is called, hears the headers before any audio, and then the end. */
export async function greetsListener(scene: Scene<AudioConnector>): Promise<void> {
  const { sdk, sessionId } = scene
  await withListener(async (listener) => {
    const call = await connect(scene, listener.uri)
    hasFields('call', call, { connectionId: text })
    const ended = listener.ended()
    hasFields('greeting', await listener.greeting(), {
      event: 'websocket:connected',
      'content-type': 'audio/l16;rate=16000',
      room: 'support',
    })
    await sdk.disconnect(sessionId, String(call['connectionId']))
    await ended
  })
}

export async function disconnectsAudio(scene: Scene<AudioDisconnecting>): Promise<void> {
  const { sdk, alice } = scene
  await withListener(async (listener) => {
    const call = await connect(scene, listener.uri)
    hasFields('call', call, { id: text, connectionId: text })
    const ended = listener.ended()
    await listener.greeting()
    await sdk.disconnectAudio(String(call['id']))
    await alice.hears('connectionDestroyed', { connectionId: call['connectionId'] })
    await ended
  })
}

export function refusesOtherSchemes(refusal: Refusal): Check<AudioConnector> {
  return (scene) => isRefused(connect(scene, 'http://127.0.0.1:1/'), refusal)
}

async function connect(
  { sdk, sessionId, alice }: Scene<AudioConnector>,
  uri: string,
): Promise<unknown> {
  const token = await sdk.token(sessionId, { data: 'listener' })
  const headers = { room: 'support' }
  return sdk.connectAudio(sessionId, { token, uri, streams: [alice.streamId], headers })
}

interface Listener {
  readonly uri: string
  /** The first message of the caller. */
  greeting(): Promise<unknown>
  /** Resolves when the caller has hung up. */
  ended(): Promise<unknown>
}

async function withListener(step: (listener: Listener) => Promise<void>): Promise<void> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const caller = new Promise<WebSocket>((resolve) => server.once('connection', resolve))
  const greeted = new Promise<Greeting>((resolve) => {
    server.once('connection', (socket) => {
      socket.once('message', (data, isBinary) => resolve({ data, isBinary }))
    })
  })
  try {
    await step({
      uri: `ws://127.0.0.1:${port}/listen`,
      greeting: async () => {
        const { data, isBinary } = await greeted
        assert.equal(isBinary, false, 'audio came before the greeting')
        return JSON.parse((data as Buffer).toString('utf8'))
      },
      ended: async () => once(await caller, 'close'),
    })
  } finally {
    for (const socket of server.clients) socket.terminate()
    server.close()
  }
}

interface Greeting {
  readonly data: RawData
  readonly isBinary: boolean
}
