import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import type { Scene } from '../scene.ts'
import { hasFields, milliseconds, text } from '../shape.ts'

export interface CallbackTopic {
  readonly group: string
  readonly event: string
  readonly url: string
}

export interface Callbacks {
  registerCallback(topic: CallbackTopic): Promise<unknown>
  unregisterCallback(callbackId: string): Promise<unknown>
  callbacks(): Promise<readonly unknown[]>
}

/** A server of the user's own is told of the next one who joins. */
export async function registersCallback(scene: Scene<Callbacks>): Promise<void> {
  const { sdk, stage, sessionId } = scene
  await withServer(async (url, told) => {
    const topic = { group: 'connection', event: 'created', url }
    const callback = await sdk.registerCallback(topic)
    try {
      hasFields('callback', callback, { ...topic, id: text, createdAt: milliseconds })
      const eve = await stage.eve.join(await scene.ticket(), { publish: 'nothing' })
      const body = await told
      await eve.leave()
      const event = 'connectionCreated'
      hasFields('callback body', body, { event, sessionId, timestamp: milliseconds })
      const connection = { id: eve.connectionId, createdAt: milliseconds }
      hasFields('connection', body['connection'], connection)
    } finally {
      await sdk.unregisterCallback(String(Reflect.get(Object(callback), 'id')))
    }
  })
}

export async function listsCallbacks({ sdk }: Scene<Callbacks>): Promise<void> {
  const id = await registered(sdk)
  try {
    const found = (await sdk.callbacks()).find((each) => Reflect.get(Object(each), 'id') === id)
    hasFields('callback', found, { ...quiet, id })
  } finally {
    await sdk.unregisterCallback(id)
  }
}

export async function unregistersCallback({ sdk }: Scene<Callbacks>): Promise<void> {
  const id = await registered(sdk)
  await sdk.unregisterCallback(id)
  const left = await sdk.callbacks()
  assert.ok(!left.some((each) => Reflect.get(Object(each), 'id') === id), 'it is still listed')
}

/** Nothing of the group happens while these rows run. */
const quiet: CallbackTopic = { group: 'archive', event: 'status', url: 'http://127.0.0.1:1/told' }

async function registered(sdk: Callbacks): Promise<string> {
  const callback = await sdk.registerCallback(quiet)
  hasFields('callback', callback, { ...quiet, id: text })
  return String(callback['id'])
}

/** Runs a step with a server that hears one callback. */
async function withServer(
  step: (url: string, told: Promise<unknown>) => Promise<void>,
): Promise<void> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const told = new Promise<unknown>((resolve, reject) => {
    server.once('request', (request, response) => {
      json(request).then(resolve, reject)
      response.end()
    })
  })
  try {
    await step(`http://127.0.0.1:${port}/told`, told)
  } finally {
    server.close()
    server.closeAllConnections()
  }
}
