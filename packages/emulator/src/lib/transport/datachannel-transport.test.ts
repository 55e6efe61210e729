import assert from 'node:assert/strict'
import { EventEmitter, once } from 'node:events'
import { describe, it } from 'node:test'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createDatachannelTransports } from './datachannel-transport.ts'
import { freeUdpPort } from './free-port.ts'
import type { TransportListener } from './transport.ts'

function listening() {
  const events = new EventEmitter()
  const listener: TransportListener = {
    connected: () => events.emit('connected'),
    stuck: () => events.emit('stuck'),
    failed: () => events.emit('failed'),
    packet: (packet) => events.emit('packet', packet),
  }
  return { events, listener }
}

async function factory() {
  const port = await freeUdpPort('127.0.0.1')
  const address = '127.0.0.1'
  return createDatachannelTransports({ address, port, advertised: [address] })
}

const audio = Buffer.from([0x80, 111, 0, 1, 0, 0, 0, 1, 0, 0, 0, 7, 1, 2, 3])
const video = Buffer.from([0x80, 0xe0, 0, 2, 0, 0, 0, 1, 0, 0, 39, 16, 9, 9])
const report = Buffer.from([0x80, 201, 0, 1, 0, 0, 0, 1])

describe('transports by libdatachannel', () => {
  it('pass packets of any payload type and RTCP, both ways, many over one port', async () => {
    const router = await factory()
    const clients = await Promise.all(Array.from({ length: 20 }, factory))
    const pairs = clients.map((client) => {
      const [near, far] = [listening(), listening()]
      const offering = router.offer(near.listener)
      const answering = client.answer(offering.local, 'client', far.listener)
      const connected = [once(near.events, 'connected'), once(far.events, 'connected')]
      offering.accept(answering.local)
      // Only now: libdatachannel gives an answer to ICE before it knows its fingerprint.
      for (const line of offering.candidates) answering.addCandidate(line)
      return { near, far, offering, answering, connected }
    })
    await Promise.all(pairs.flatMap(({ connected }) => connected))
    for (const { near, far, offering, answering } of pairs) {
      const down: Buffer[] = []
      const heard = new Promise<void>((resolve) => {
        far.events.on('packet', (packet: Buffer) => down.push(packet) === 3 && resolve())
      })
      for (const packet of [audio, video, report]) offering.send(packet)
      await heard
      assert.deepEqual(
        down.map((packet) => packet.toString('hex')).toSorted(),
        [audio, report, video].map((packet) => packet.toString('hex')).toSorted(),
      )
      const up = once(near.events, 'packet')
      answering.send(video)
      assert.deepEqual((await up)[0], video)
    }
    for (const client of clients) client.close()
    router.close()
  })

  it('say when the handshake does not end although both ends are found', async () => {
    const [router, client] = await Promise.all([factory(), factory()])
    const [near, far] = [listening(), listening()]
    const offering = router.offer(near.listener)
    // Both wait for the other one to begin.
    const answering = client.answer(offering.local, 'server', far.listener)
    const stuck = [once(near.events, 'stuck'), once(far.events, 'stuck')]
    offering.accept(answering.local)
    for (const line of offering.candidates) answering.addCandidate(line)
    await Promise.all(stuck)
    client.close()
    router.close()
  })

  it('let go of who listened to them when they are closed', async () => {
    const router = await factory()
    const client = await factory()
    const gone: WeakRef<TransportListener>[] = []
    const comeAndGo = async () => {
      const [near, far] = [listening(), listening()]
      gone.push(new WeakRef(near.listener))
      const offering = router.offer(near.listener)
      const answering = client.answer(offering.local, 'client', far.listener)
      const connected = [once(near.events, 'connected'), once(far.events, 'connected')]
      offering.accept(answering.local)
      for (const line of offering.candidates) answering.addCandidate(line)
      await Promise.all(connected)
      const heard = once(near.events, 'packet')
      answering.send(video)
      await heard
      answering.close()
      offering.close()
    }
    await comeAndGo()
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    // Native code lets go when its threads have ended.
    while (gone.some((listener) => listener.deref() !== undefined)) {
      await new Promise((resolve) => setTimeout(resolve, 10))
      collect()
    }
    client.close()
    router.close()
  })
})
