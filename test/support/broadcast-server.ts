// A bare broadcast server: what a client sends goes to everybody in its room, the sender included, acknowledgements go nowhere, and nothing else
// happens.
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { WebSocketServer, type WebSocket } from 'ws'

const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false })
const rooms = new Map<string, Set<WebSocket>>()

// Where a frame says what it is, and the type of an acknowledgement.
const typeAt = 6
const status = 9

server.on('connection', (socket, { url = '/' }) => {
  const [path = ''] = url.split('?')
  const room = rooms.get(path) ?? new Set()
  rooms.set(path, room.add(socket))
  socket.on('message', (bytes: Buffer) => {
    if (bytes[typeAt] === status) return
    for (const member of room) member.send(bytes)
  })
  socket.on('close', () => {
    room.delete(socket)
    if (room.size === 0) rooms.delete(path)
  })
})

await once(server, 'listening')
const { port } = server.address() as AddressInfo
process.stdout.write(`${JSON.stringify({ url: `ws://127.0.0.1:${port}` })}\n`)
process.on('SIGTERM', () => process.exit(0))
