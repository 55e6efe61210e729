import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { WebSocket } from 'ws'
import { readFrame, rumorTypes, writeFrame } from './rumor.ts'
import type { Push } from './signalling-client.ts'

/** A client of the bare broadcast server, which sends and reads the very bytes that the platform would push. */
export type BroadcastClient = { signal(data: string): void; close(): Promise<unknown> }

export async function openBroadcastClient(
  url: string,
  onPush: (push: Push) => void,
): Promise<BroadcastClient> {
  const id = randomUUID()
  const uri = `/v2/partner/10000000/session/${'x'.repeat(80)}/signal/${id}`
  const socket = new WebSocket(url, { perMessageDeflate: false })
  socket.on('message', (bytes: Buffer) => {
    onPush(JSON.parse(String(readFrame(bytes).data)) as Push)
  })
  const closed = once(socket, 'close')
  await once(socket, 'open')
  return {
    signal: (data) => {
      const push: Push = { method: 'signal', uri, content: { type: 'bench', data } }
      socket.send(
        writeFrame({
          type: rumorTypes.message,
          to: [],
          headers: [
            ['Content-Type', 'application/x-raptor+v2'],
            ['TRANSACTION-ID', randomUUID()],
            ['X-TB-FROM-ADDRESS', id],
          ],
          data: Buffer.from(JSON.stringify(push)),
        }),
      )
    },
    close: () => {
      socket.terminate()
      return closed
    },
  }
}
