import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { before, describe, it } from 'node:test'
import { WebSocket } from 'ws'
import { newVisitor, type Visitor } from '../support/browser.ts'
import { openTokKeys } from '../support/official-sdks.ts'
import { firstRemoteFrame, joinWithOpenTok } from '../support/opentok-client.ts'
import type { Stack } from '../support/stack.ts'
import { useCallStage } from '../support/stage.ts'

describe('hostile bytes on the signalling socket', () => {
  const stage = useCallStage()
  let witnesses: Visitor[]

  before(async () => {
    const { keys, token } = await openTokKeys(stage.stack)
    witnesses = await Promise.all([newVisitor(stage.browser), newVisitor(stage.browser)])
    for (const { page } of witnesses) {
      await page.goto(stage.bare)
      await joinWithOpenTok(page, { ...keys, token: token() })
    }
    await Promise.all(witnesses.map(({ page }) => firstRemoteFrame(page)))
  })

  const attacks: [name: string, frames: (string | Uint8Array)[]][] = [
    ['a thousand frames of random bytes', Array.from({ length: 1000 }, () => randomBytes(64))],
    ['an empty frame', [new Uint8Array()]],
    ['text where bytes belong', ['{"method":"create"}']],
    ['a length that lies', [Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0, 0, 2, 255, 255, 255)]],
    ['headers that never end', [Uint8Array.of(0, 0, 0, 9, 0, 0, 2, 0, 255, 0, 1, 65, 255)]],
    [
      'a message before joining',
      [message({ method: 'create', uri: '/v2/partner/1/session/2/stream/3' })],
    ],
    ['a message that is not JSON', [message('{{{{')]],
    [
      'a message that is __proto__',
      [message('{"__proto__":{"method":"x"},"uri":"/v2/__proto__/constructor"}')],
    ],
    ['a frame of 8 MB', [new Uint8Array(8 * 1024 * 1024)]],
  ]

  for (const [name, frames] of attacks) {
    it(`${name}: the platform goes on, and a call in progress does not notice`, async () => {
      await attack(stage.stack, frames)
      const response = await fetch(
        `${stage.stack.emulator}/config.opentok.com/project/1/config.json`,
      )
      assert.equal(response.status, 200)
      for (const { page, errors } of witnesses) {
        const { width } = await firstRemoteFrame(page)
        assert.ok(width > 0)
        assert.deepEqual(errors, [])
      }
      assert.equal(stage.stack.complaints(), '')
    })
  }
})

/** Sends the frames on a fresh socket and waits until the platform has closed it or answered a ping that follows them. */
async function attack(stack: Stack, frames: (string | Uint8Array)[]): Promise<void> {
  const url = stack.emulator.replace('http', 'ws')
  const socket = new WebSocket(`${url}/rumorwebsocketsv2?socketId=${crypto.randomUUID()}&attempt=1`)
  const closed = once(socket, 'close')
  await once(socket, 'open')
  socket.on('error', () => {})
  for (const frame of frames) if (socket.readyState === WebSocket.OPEN) socket.send(frame)
  if (socket.readyState === WebSocket.OPEN) socket.ping()
  await Promise.race([closed, once(socket, 'pong')])
  socket.terminate()
  await closed
}

/** A well-formed Rumor MESSAGE frame without addresses or headers around the given text. */
function message(content: object | string): Uint8Array {
  const data = new TextEncoder().encode(
    typeof content === 'string' ? content : JSON.stringify(content),
  )
  const frame = new Uint8Array(9 + data.length)
  new DataView(frame.buffer).setUint32(0, 5 + data.length)
  frame[6] = 2
  frame.set(data, 9)
  return frame
}
