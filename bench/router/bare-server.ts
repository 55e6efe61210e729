// libdatachannel alone: what arrives is sent to everybody as it is. Set up as the media router sets it up.
import { Audio, PeerConnection, type Track } from 'node-datachannel'
import {
  bareDescription,
  readCredentials,
} from '../../packages/emulator/src/lib/transport/bare-description.ts'
import { freeUdpPort } from '../../packages/emulator/src/lib/transport/free-port.ts'
import { serveForwarding } from './serve.ts'

const mid = '0'
const address = '127.0.0.1'
const port = await freeUdpPort(address)
const candidates = [`candidate:1 1 UDP 2122317823 ${address} ${port} typ host`]
type Leg = { connection: PeerConnection; track: Track }

// A track that nobody holds is collected, and hears nothing any more.
const legs = new Map<string, Leg>()
const receivers = new Set<Track>()

function open(name: string): Leg {
  const connection = new PeerConnection(name, {
    iceServers: [],
    bindAddress: address,
    portRangeBegin: port,
    portRangeEnd: port,
    enableIceUdpMux: true,
    disableAutoNegotiation: true,
    forceMediaTransport: true,
    mtu: 1400,
  })
  const audio = new Audio(mid, 'SendRecv')
  audio.addOpusCodec(111)
  const leg = { connection, track: connection.addTrack(audio) }
  legs.set(name, leg)
  return leg
}

function describe(connection: PeerConnection, type: 'offer' | 'answer'): string {
  connection.setLocalDescription(type)
  return connection.localDescription()?.sdp ?? ''
}

await serveForwarding({
  publish: async ({ sdp }) => {
    const { connection, track } = open('source')
    track.onMessage((packet) => {
      for (const receiver of receivers) receiver.sendMessageBinary(packet)
    })
    connection.setRemoteDescription(bareDescription(readCredentials(sdp), 'actpass'), 'offer')
    return { sdp: describe(connection, 'answer'), candidates }
  },
  subscribe: async (leg) => {
    const { connection, track } = open(leg)
    track.onOpen(() => void receivers.add(track))
    track.onClosed(() => {
      throw new Error('A receiver was lost')
    })
    return { sdp: describe(connection, 'offer'), candidates: [] }
  },
  accept: async (leg, { sdp }) => {
    const answer = bareDescription(readCredentials(sdp), 'active')
    legs.get(leg)?.connection.setRemoteDescription(answer, 'answer')
    return candidates
  },
})
