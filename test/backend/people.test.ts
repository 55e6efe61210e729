import assert from 'node:assert/strict'
import { after, afterEach, before, describe, it } from 'node:test'
import { createBackend, createVideoApi, roomPolicies, visitorIds } from '@ot-room/backend'
import { createBackendClient, type BackendClient } from '@ot-room/backend/client'
import { captions, meetings, moderation, recording, waitingRoom } from '@ot-room/backend/features'
import { createEmulator, type Emulator } from 'opentok-emulator'
import { openSignallingClient, type SignallingClient } from '../support/signalling-client.ts'

type Credentials = Awaited<ReturnType<BackendClient['join']>>

describe('what hosts do to people, with the emulator as the platform', () => {
  let emulator: Emulator
  const inside: SignallingClient[] = []
  before(async () => {
    emulator = await createEmulator({ mediaRouter: 'off' })
  })
  afterEach(() => Promise.all(inside.splice(0).map((client) => client.close())))
  after(() => emulator?.close())

  /** Clients of one backend, by who they are. */
  function backend(): (who: string) => BackendClient {
    const { apiKey, apiSecret, url } = emulator
    const video = createVideoApi({ apiKey, apiSecret, apiUrl: url })
    const app = createBackend({
      video,
      authorize(request) {
        const id = request.headers.get('x-who') ?? ''
        return { allow: true, id, role: id === 'host' ? 'moderator' : 'publisher' }
      },
      visitors: visitorIds('a secret of this test, 32 characters long'),
      session: { mediaMode: 'routed' },
      policies: roomPolicies([
        { rooms: 'small', maxPeople: 2, features: [] },
        { rooms: 'open', features: ['moderation', 'meetings', 'recording', 'captions'] },
      ]),
      features: [
        moderation(video),
        waitingRoom(video),
        meetings(video),
        recording(video),
        captions(video),
      ],
    })
    return (who) =>
      createBackendClient({
        endpoint: 'https://rooms.example',
        headers: () => ({ 'x-who': who }),
        fetch: async (input, init) => app.request(input, init),
      })
  }

  /** Connects to the session, as OpenTok.js would. */
  async function enter({ sessionId, token }: Credentials): Promise<SignallingClient> {
    const { url, apiKey } = emulator
    const client = await openSignallingClient({ url, apiKey, sessionId, token, onPush: () => {} })
    const { status } = await client.request('create', `/connection/${client.id}`)
    assert.equal(status, 200)
    inside.push(client)
    return client
  }

  it('who is banned is put out and gets no token', async () => {
    const as = backend()
    const mallory = await as('mallory').join({ room: 'open' })
    const client = await enter(mallory)
    const visitor = mallory.visitor ?? ''
    await as('host').ban({ room: 'open', visitor, connection: client.id })
    await client.closed
    await assert.rejects(as('mallory').join({ room: 'open' }), { code: 'banned', status: 403 })
    assert.equal((await as('ada').join({ room: 'open' })).sessionId, mallory.sessionId)
  })

  it('a room for two takes two, and another when one is gone', async () => {
    const { apiKey, apiSecret, url } = emulator
    const video = createVideoApi({ apiKey, apiSecret, apiUrl: url })
    const as = backend()
    const first = await enter(await as('ada').join({ room: 'small' }))
    const bob = await as('bob').join({ room: 'small' })
    await enter(bob)
    await assert.rejects(as('eve').join({ room: 'small' }), { code: 'room-full', status: 409 })
    await video.connections.disconnect(bob.sessionId, first.id)
    assert.equal((await as('eve').join({ room: 'small' })).sessionId, bob.sessionId)
  })

  it('after the end of a meeting everybody is out, and the next one is another session', async () => {
    const as = backend()
    const credentials = await as('ada').join({ room: 'open' })
    const clients = [await enter(credentials), await enter(await as('bob').join({ room: 'open' }))]
    await as('host').end({ room: 'open' })
    await Promise.all(clients.map(({ closed }) => closed))
    assert.notEqual((await as('ada').join({ room: 'open' })).sessionId, credentials.sessionId)
  })

  it('who waits comes in when a host says so', async () => {
    const as = backend()
    const waiting = as('ada').join({ room: 'lobby', wait: true })
    let { guests } = await as('host').waiting({ room: 'lobby' })
    while (guests.length === 0) ({ guests } = await as('host').waiting({ room: 'lobby' }))
    await as('host').admit({ room: 'lobby', guest: guests[0]?.guest ?? '' })
    await enter(await waiting)
  })

  it('a host records, and nobody finds the recording in another room', async () => {
    const as = backend()
    await enter(await as('ada').join({ room: 'open' }))
    const host = as('host')
    const { recording } = await host.startRecording({ room: 'open', name: 'Lesson' })
    const { recordings } = await host.listRecordings({ room: 'open' })
    assert.deepEqual(
      recordings.map((found) => found.recording),
      [recording],
    )
    await host.join({ room: 'other' })
    // Where the feature is on, and where it is off.
    await assert.rejects(host.stopRecording({ room: 'other', recording }), { code: 'not-found' })
    await assert.rejects(host.stopRecording({ room: 'small', recording }), { code: 'feature-off' })
    assert.equal((await host.stopRecording({ room: 'open', recording })).recording, recording)
  })

  it('captions begin and end', async () => {
    const as = backend()
    await enter(await as('ada').join({ room: 'open' }))
    await as('host').startCaptions({ room: 'open', language: 'de-DE' })
    await assert.rejects(as('host').startCaptions({ room: 'open' }), { code: 'conflict' })
    await as('host').stopCaptions({ room: 'open' })
  })
})
