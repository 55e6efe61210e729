import assert from 'node:assert/strict'
import { once } from 'node:events'
import { test } from 'node:test'
import { readJsonBody } from './json-body.ts'

function posted(body: BodyInit, contentType = 'application/json'): Request {
  const headers = { 'Content-Type': contentType }
  const init = { method: 'POST', headers, body, duplex: 'half' }
  return new Request('https://rooms.example/rooms/a/join', init)
}

test('a JSON object is read as the text it was and the object it is', async () => {
  const text = '{ "name": "Ada" }'
  assert.deepEqual(await readJsonBody(posted(text)), { text, object: { name: 'Ada' } })
})

test('the media type is compared without its case and its parameters', async () => {
  const { object } = await readJsonBody(posted('{}', 'Application/JSON; charset=utf-8'))
  assert.deepEqual(object, {})
})

test('a body that stops arriving is given up after 10 seconds (SEC-39)', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const reading = new EventTarget()
  const stuck = new ReadableStream({
    pull() {
      setImmediate(() => reading.dispatchEvent(new Event('reading')))
      return new Promise(() => {})
    },
  })
  const started = once(reading, 'reading')
  const body = readJsonBody(posted(stuck))
  await started
  t.mock.timers.tick(10_000)
  await assert.rejects(body, { code: 'body-too-slow', status: 408 })
})

test('a body that breaks off is an invalid body', async () => {
  const broken = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"name":'))
      controller.error(new Error('connection lost'))
    },
  })
  await assert.rejects(readJsonBody(posted(broken)), { code: 'body-invalid', status: 400 })
})

test('a length that is announced as too large is refused unread', async () => {
  const headers = { 'Content-Type': 'application/json', 'Content-Length': '16385' }
  const request = new Request('https://rooms.example/', { method: 'POST', headers, body: '{}' })
  await assert.rejects(readJsonBody(request), { code: 'body-too-large', status: 413 })
  assert.equal(request.bodyUsed, false)
})

test('a body that is longer than was announced is refused all the same', async () => {
  const headers = { 'Content-Type': 'application/json', 'Content-Length': '2' }
  const body = `{}${' '.repeat(16 * 1024)}`
  const request = new Request('https://rooms.example/', { method: 'POST', headers, body })
  await assert.rejects(readJsonBody(request), { code: 'body-too-large', status: 413 })
})
