import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { WebSocket } from 'ws'
import { createFrameSender } from './frame-sender.ts'

/** A socket to a server that reads nothing until it is told to. */
function slowSocket() {
  const sent: number[] = []
  const socket = {
    readyState: WebSocket.OPEN as WebSocket['readyState'],
    bufferedAmount: 0,
    send: (data: Buffer) => {
      sent.push(data.readInt16LE(0))
      socket.bufferedAmount += data.length
    },
  }
  return { socket, sent }
}

const frame = (value: number) => new Int16Array(320).fill(value)

describe('sound for a server', () => {
  it('is sent at once, with the lower byte first', () => {
    const bytes: Buffer[] = []
    const send = (data: Buffer) => void bytes.push(data)
    const open = { readyState: WebSocket.OPEN, bufferedAmount: 0, send } as WebSocket
    createFrameSender(open, { type: 'binary' }).send(Int16Array.of(0x0102, -2))
    assert.deepEqual(bytes, [Buffer.from([2, 1, 0xfe, 0xff])])
  })

  it('waits for a server that is slow, and what has waited longest is left out', () => {
    const { socket, sent } = slowSocket()
    const sender = createFrameSender(socket, { type: 'binary' })
    for (let number = 0; number < 10_000; number += 1) sender.send(frame(number))
    assert.ok(socket.bufferedAmount < 20_000, `${socket.bufferedAmount} bytes`)
    const before = sent.length

    socket.bufferedAmount = -Infinity
    sender.send(frame(10_000))
    const after = sent.slice(before)
    assert.deepEqual(
      after,
      Array.from({ length: 250 }, (_, index) => 9751 + index),
    )
  })

  it('is not kept for a server that has hung up', () => {
    const { socket, sent } = slowSocket()
    const sender = createFrameSender(socket, { type: 'binary' })
    socket.readyState = WebSocket.CLOSING
    sender.send(frame(1))
    socket.readyState = WebSocket.OPEN
    sender.send(frame(2))
    assert.deepEqual(sent, [2])
  })
})
