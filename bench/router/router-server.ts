// The media router of the emulator in a process of its own, without the signalling.
import { EventEmitter, once } from 'node:events'
import type { MediaEvent } from '../../packages/emulator/src/lib/media/command.ts'
import { unimpaired } from '../../packages/emulator/src/lib/media/impairment.ts'
import { createRouter } from '../../packages/emulator/src/lib/media/router/router.ts'
import { wantsEverything } from '../../packages/emulator/src/lib/media/wants.ts'
import { createDatachannelTransports } from '../../packages/emulator/src/lib/transport/datachannel-transport.ts'
import { freeUdpPort } from '../../packages/emulator/src/lib/transport/free-port.ts'
import { serveForwarding } from './serve.ts'

const tickMs = 20
const address = '127.0.0.1'
const port = await freeUdpPort(address)
const transports = createDatachannelTransports({ address, port, advertised: [address] })

const said = new EventEmitter()
const candidates = new Map<string, string[]>()
const router = createRouter({ transports, emit: (event) => hear(event) })
setInterval(() => router.tick(performance.now()), tickMs)

function hear(event: MediaEvent): void {
  if (event.type === 'failed') throw new Error(event.reason)
  if (event.type !== 'negotiate') return
  if (event.step !== 'candidate') return void said.emit(event.leg, event.sdp)
  candidates.get(event.leg)?.push(event.candidate)
}

async function negotiate(leg: string, begin: () => void): Promise<string> {
  candidates.set(leg, [])
  const spoken = once(said, leg)
  begin()
  const [sdp] = (await spoken) as [string]
  return sdp
}

const network = (connection: string) => ({ connection, impairment: unimpaired })

await serveForwarding({
  publish: async ({ sdp }) => {
    router.perform({ type: 'open-publisher', leg: 'source', network: network('source') })
    const answer = await negotiate('source', () =>
      router.perform({ type: 'negotiate', leg: 'source', step: 'offer', sdp }),
    )
    return { sdp: answer, candidates: candidates.get('source') ?? [] }
  },
  subscribe: async (leg) => {
    const offer = await negotiate(leg, () =>
      router.perform({
        type: 'open-subscriber',
        leg,
        network: network(leg),
        source: 'source',
        wants: wantsEverything,
        fallback: 'audio',
      }),
    )
    return { sdp: offer, candidates: [] }
  },
  accept: async (leg, { sdp }) => {
    router.perform({ type: 'negotiate', leg, step: 'answer', sdp })
    return candidates.get(leg) ?? []
  },
})
