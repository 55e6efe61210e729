import assert from 'node:assert/strict'
import { on, once } from 'node:events'
import { createServer } from 'node:http'
import { it } from 'node:test'
import { WebSocket, WebSocketServer } from 'ws'
import { listen } from '../network/listen.ts'
import { toWebSocketMessage } from '../wire/websocket-message.ts'
import { createOutlet } from './outlet.ts'

it('an outlet sends messages of every size, in order with those of the socket itself', async () => {
  const sizes = [0, 1, 125, 126, 127, 65_535, 65_536, 100_000]
  const sockets = new WebSocketServer({ noServer: true })
  const server = createServer()
  server.on('upgrade', (request, connection, head) =>
    sockets.handleUpgrade(request, connection, head, (socket) => {
      const outlet = createOutlet(socket, connection)
      for (const size of sizes) {
        outlet(toWebSocketMessage(Buffer.alloc(size, size)))
        socket.send(Buffer.of(1, 2, 3))
      }
      socket.close(1000)
      outlet(toWebSocketMessage(Buffer.of(9)))
    }),
  )
  const port = await listen(server, { host: '127.0.0.1', port: 0 })
  const client = new WebSocket(`ws://127.0.0.1:${port}`)
  const closed = once(client, 'close')
  const received: Buffer[] = []
  for await (const [bytes] of on(client, 'message', { close: ['close'] })) received.push(bytes)
  const expected = sizes.flatMap((size) => [Buffer.alloc(size, size), Buffer.of(1, 2, 3)])
  assert.deepEqual(received, expected)
  const [code] = await closed
  assert.equal(code, 1000)
  server.close()
  await once(server, 'close')
})
