import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { it } from 'node:test'
import { WebSocketServer } from 'ws'
import type { WebSocket } from 'ws'
import { createEmulator } from '../emulator.ts'
import { createSession, officialSdk } from '../testing/sdk.ts'

it('fifty Audio Connectors leave nothing behind', { timeout: 60_000 }, async (test) => {
  const emulator = await createEmulator()
  test.after(() => emulator.close())
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  await once(server, 'listening')
  test.after(() => server.close())
  const uri = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const sdk = officialSdk(emulator)
  const sessionId = await createSession(sdk, { mediaMode: 'routed' })
  // Somebody to hear, who keeps the media router busy.
  emulator.addParticipant(sessionId)

  const callOnce = async () => {
    const called = once(server, 'connection') as Promise<[WebSocket]>
    const connected = new Promise<string>((resolve, reject) => {
      const token = sdk.generateToken(sessionId)
      sdk.websocketConnect(sessionId, token, uri, { bidirectional: true }, (error, call) =>
        error ? reject(error) : resolve(call.connectionId),
      )
    })
    const [socket] = await called
    // Sound flows both ways before it ends.
    socket.send(Buffer.alloc(640))
    let frames = 0
    while (frames < 3) {
      const [, isBinary] = (await once(socket, 'message')) as [Buffer, boolean]
      if (isBinary) frames += 1
    }
    const closed = once(socket, 'close')
    const connectionId = await connected
    await new Promise<void>((resolve, reject) => {
      sdk.forceDisconnect(sessionId, connectionId, (error) => (error ? reject(error) : resolve()))
    })
    await closed
  }

  await callOnce()
  const before = resources()
  for (let call = 0; call < 50; call += 1) await callOnce()
  // A connection of an HTTP client is on its way out now and then; what a connector leaves is there fifty times.
  const left = Object.entries(resources()).filter(
    ([kind, count]) => count - (before[kind] ?? 0) > 10,
  )
  assert.deepEqual(left, [])
  const [session] = emulator.sessions()
  assert.equal(session?.connections.length, 1)
  assert.equal(session?.streams.length, 1)
})

/** What keeps this process, by kind. */
function resources(): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const kind of process.getActiveResourcesInfo()) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}
