import assert from 'node:assert/strict'
import { it } from 'node:test'
import { jwtVerify } from 'jose'

/** Whatever answers `POST {endpoint}/rooms/{room}/join`, with the emulator as the platform. */
export type Door = {
  /** Where a room of this name is joined, however it is spelled here. */
  addressOf(room: string, spelled?: string): Promise<string>
  apiKey: string
  apiSecret: string
}

type Answer = { status: number; headers: Headers; json: Record<string, unknown> }

/** What every door of this product answers, so that one element fits all of them. */
export function joinContract(open: () => Door): void {
  const ask = async (address: string, request: RequestInit = {}): Promise<Answer> => {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
      ...request,
    })
    const text = await response.text()
    const json = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : { text }
    return { status: response.status, headers: response.headers, json }
  }
  const enter = async (room: string, body: unknown = {}): Promise<Answer> =>
    ask(await open().addressOf(room), { body: JSON.stringify(body) })
  const refused = (answer: Answer, status: number, code: string): void => {
    assert.deepEqual([answer.status, answer.json['code']], [status, code])
    assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/)
    assert.equal(answer.headers.get('cache-control'), 'no-store')
    const { type, title, status: repeated, detail } = answer.json
    assert.deepEqual([type, repeated], ['about:blank', status])
    assert.ok(typeof title === 'string' && typeof detail === 'string' && detail.length > 10)
  }

  it('lets a visitor in, with a token of the platform that nobody may store', async () => {
    const { apiKey, apiSecret } = open()
    const { status, headers, json } = await enter('contract', { name: 'Ada' })
    assert.equal(status, 200)
    assert.match(headers.get('content-type') ?? '', /^application\/json/)
    assert.equal(headers.get('cache-control'), 'no-store')
    const { applicationId, sessionId, token, role, mediaMode, expiresAt, room, name } = json
    assert.deepEqual(
      { applicationId, role, mediaMode, room, name },
      {
        applicationId: apiKey,
        role: 'publisher',
        mediaMode: 'relayed',
        room: 'contract',
        name: 'Ada',
      },
    )
    const seconds = (Date.parse(String(expiresAt)) - Date.now()) / 1000
    assert.ok(seconds > 550 && seconds <= 601, `the token lasts ${seconds} s`)
    const { payload } = await jwtVerify(String(token), new TextEncoder().encode(apiSecret))
    assert.equal(payload['session_id'], sessionId)
    assert.equal(payload['role'], 'publisher')
    assert.equal(payload['scope'], 'session.connect')
    assert.equal(payload.exp, Date.parse(String(expiresAt)) / 1000)
    assert.deepEqual(JSON.parse(String(payload['connection_data'])), { name: 'Ada' })
  })

  it('brings everybody of a room into one session, however its name is written', async () => {
    const [one, other] = [
      await enter('Meet-Ünder'),
      await ask(await open().addressOf('meet-ünder', ' MEET-ÜNDER ')),
    ]
    assert.equal(one.status, 200)
    assert.equal(one.json['sessionId'], other.json['sessionId'])
    assert.equal(other.json['room'], 'meet-ünder')
    assert.notEqual((await enter('meet-elsewhere')).json['sessionId'], one.json['sessionId'])
  })

  it('shows a name without what nobody could see', async () => {
    const { json } = await enter('contract', { name: '  A\u202Eda \n Love\u0000lace ' })
    assert.equal(json['name'], 'Ada Lovelace')
  })

  for (const name of ['', ' ', '\u200B', 'x'.repeat(65), 7, null]) {
    it(`takes ${JSON.stringify(name)?.slice(0, 12)} for no name`, async () => {
      const { status, json } = await enter('contract', { name })
      assert.equal(status, 400)
      assert.ok(['visitor-name-invalid', 'body-invalid'].includes(String(json['code'])))
    })
  }

  for (const name of ['a b', 'a/b', '.a', 'a.', 'x'.repeat(65), '<b>', '😀']) {
    it(`takes ${JSON.stringify(name).slice(0, 12)} for no room`, async () => {
      const address = await open().addressOf('contract', name)
      refused(await ask(address), 400, 'room-name-invalid')
    })
  }

  it('reads JSON objects of some size, and nothing else', async () => {
    const address = await open().addressOf('contract')
    for (const body of ['', '[]', '"x"', '{', 'null'])
      refused(await ask(address, { body }), 400, 'body-invalid')
    const large = JSON.stringify({ name: 'Ada', more: 'x'.repeat(20_000) })
    refused(await ask(address, { body: large }), 413, 'body-too-large')
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      const headers = { 'content-type': type }
      refused(await ask(address, { headers }), 415, 'content-type-unsupported')
    }
  })

  it('changes nothing on a GET', async () => {
    const answer = await ask(await open().addressOf('contract'), { method: 'GET', body: null })
    refused(answer, 405, 'method-not-allowed')
    assert.equal(answer.headers.get('allow'), 'POST')
  })

  it('turns pages of other origins away, and lets them read nothing', async () => {
    const address = await open().addressOf('contract')
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1.evil.example']) {
      const headers = { 'content-type': 'application/json', origin }
      const answer = await ask(address, { headers })
      refused(answer, 403, 'origin-not-allowed')
      assert.equal(answer.headers.get('access-control-allow-origin'), null)
      assert.equal(answer.headers.get('access-control-allow-credentials'), null)
    }
  })
}
