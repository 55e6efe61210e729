import { once, EventEmitter } from 'node:events'
import { Audio, PeerConnection } from 'node-datachannel'
import {
  bareDescription,
  readCredentials,
} from '../../packages/emulator/src/lib/transport/bare-description.ts'
import type { Credentials } from '../../packages/emulator/src/lib/transport/transport.ts'
import type { Description } from './forwarder.ts'

/** Somebody who is offered a stream. */
export type Receiver = {
  /** What to answer the offer with. */
  answer(offer: Description): Promise<Own>
  /** Waits until packets can come; the candidates are those that come after the answer. */
  connect(candidates: string[]): Promise<void>
}

/** A client: ICE, DTLS and SRTP, and every packet as it is. */
export type Peer = Receiver & {
  /** What to offer with. */
  offer(): Promise<Own>
  /** Takes the answer to that, and waits until packets can be sent. */
  accept(answer: Description): Promise<void>
  send(packet: Buffer): void
  close(): void
}

export type Own = { credentials: Credentials; candidates: string[] }

const mid = '0'
const longestWaitMs = 30_000

/** `hear` gets what arrives, RTCP too; without it that is decrypted and thrown away. */
export function createPeer(hear?: (packet: Buffer) => void): Peer {
  const connection = new PeerConnection('bench', {
    iceServers: [],
    disableAutoNegotiation: true,
    forceMediaTransport: true,
  })
  // libdatachannel hands over every packet of a description with a single section, whatever is in it.
  const audio = new Audio(mid, 'SendRecv')
  audio.addOpusCodec(111)
  const track = connection.addTrack(audio)
  if (hear) track.onMessage(hear)
  const candidates: string[] = []
  connection.onLocalCandidate((candidate) => candidates.push(candidate))
  const states = new EventEmitter()
  connection.onStateChange((state) => states.emit(state))
  connection.onGatheringStateChange((state) => states.emit(`gathering ${state}`))

  const describe = async (type: 'offer' | 'answer'): Promise<Own> => {
    const gathered = once(states, 'gathering complete')
    connection.setLocalDescription(type)
    await gathered
    const credentials = readCredentials(connection.localDescription()?.sdp ?? '')
    return { credentials, candidates }
  }
  const connect = async (remote: string[]): Promise<void> => {
    for (const candidate of remote) connection.addRemoteCandidate(candidate, mid)
    if (connection.state() === 'connected') return
    await once(states, 'connected', { signal: AbortSignal.timeout(longestWaitMs) })
  }

  return {
    offer: () => describe('offer'),
    accept: async ({ sdp, candidates: remote }) => {
      connection.setRemoteDescription(bareDescription(readCredentials(sdp), 'active'), 'answer')
      await connect(remote)
    },
    answer: async ({ sdp, candidates: remote }) => {
      connection.setRemoteDescription(bareDescription(readCredentials(sdp), 'actpass'), 'offer')
      const own = await describe('answer')
      for (const candidate of remote) connection.addRemoteCandidate(candidate, mid)
      return own
    },
    connect,
    send: (packet) => {
      if (track.isOpen()) track.sendMessageBinary(packet)
    },
    close: () => {
      track.close()
      connection.close()
    },
  }
}
