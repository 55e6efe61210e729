import { createRequire } from 'node:module'
import type * as NodeDatachannel from 'node-datachannel'
import { bareDescription, readCredentials } from './bare-description.ts'
import type { Credentials, Transport, TransportFactory, TransportListener } from './transport.ts'

export interface DatachannelOptions {
  /** The address to listen on: `127.0.0.1`. */
  readonly address: string
  /** The one UDP port of all transports; who sends to it is told apart by address and port. */
  readonly port: number
  /** Where browsers send to; several for a machine with several addresses. */
  readonly advertised: readonly string[]
}

const require = createRequire(import.meta.url)

// Only RTP and RTCP pass, which fit the usual Ethernet.
const mtu = 1400
// A handshake whose first message is lost is through at its third one, after some three seconds.
const handshakeMs = 5000
const mid = '0'

/**
 * Transports by libdatachannel. Its own handling of media follows the SDP; a description with a single
 * section, of which browsers never hear, makes it hand over every packet as it is.
 *
 * @throws when there is no build of the native module for this platform
 */
export function createDatachannelTransports(options: DatachannelOptions): TransportFactory {
  // A native module that is missing must not keep the rest from loading.
  const { Audio, PeerConnection } = require('node-datachannel') as typeof NodeDatachannel
  const candidates = options.advertised.map(
    (address, index) =>
      `candidate:${index + 1} 1 UDP ${2122317823 - index} ${address} ${options.port} typ host`,
  )
  const live = new Set<Transport>()

  const open = (listener: TransportListener) => {
    const connection = new PeerConnection('leg', {
      iceServers: [],
      bindAddress: options.address,
      portRangeBegin: options.port,
      portRangeEnd: options.port,
      enableIceUdpMux: true,
      disableAutoNegotiation: true,
      forceMediaTransport: true,
      mtu,
    })
    const track = connection.addTrack(media())
    let state: 'waiting' | 'connected' | 'over' = 'waiting'
    let handshake: NodeJS.Timeout | undefined
    // libdatachannel calls a connection connected a moment before its track takes packets, and drops those between.
    track.onOpen(() => {
      clearTimeout(handshake)
      if (state !== 'waiting') return
      state = 'connected'
      listener.connected()
    })
    connection.onIceStateChange((next) => {
      if (next !== 'connected' || state !== 'waiting' || handshake !== undefined) return
      handshake = setTimeout(() => listener.stuck(), handshakeMs)
    })
    connection.onStateChange((next) => {
      if ((next === 'failed' || next === 'closed') && state !== 'over') {
        close()
        listener.failed()
      }
    })
    track.onMessage((packet) => {
      if (state !== 'over') listener.packet(packet)
    })
    const close = () => {
      if (state === 'over') return
      state = 'over'
      clearTimeout(handshake)
      live.delete(transport)
      // Closing the connection alone would keep what listens to the track, and all that this holds, for good.
      track.close()
      connection.close()
    }
    const local = (): Credentials => {
      const description = connection.localDescription()
      if (description === null) throw new Error('libdatachannel gave no description')
      return readCredentials(description.sdp)
    }
    const finish = (own: Credentials, accept: Transport['accept']): Transport => {
      transport = {
        local: own,
        candidates,
        accept,
        addCandidate: (candidate) => connection.addRemoteCandidate(candidate, mid),
        send: (packet) => {
          if (state !== 'connected') return
          try {
            track.sendMessageBinary(packet)
          } catch {
            // The other end has gone, and the news of it is still on its way here.
          }
        },
        close,
      }
      live.add(transport)
      return transport
    }
    let transport: Transport
    return { connection, local, finish }
  }

  const media = () => {
    const audio = new Audio(mid, 'SendRecv')
    audio.addOpusCodec(111)
    return audio
  }

  return {
    offer: (listener) => {
      const { connection, local, finish } = open(listener)
      connection.setLocalDescription('offer')
      return finish(local(), (remote) => {
        connection.setRemoteDescription(bareDescription(remote, 'active'), 'answer')
      })
    },
    answer: (remote, role, listener) => {
      const { connection, local, finish } = open(listener)
      connection.setRemoteDescription(
        bareDescription(remote, role === 'client' ? 'actpass' : 'active'),
        'offer',
      )
      connection.setLocalDescription('answer')
      return finish(local(), () => undefined)
    },
    close: () => {
      for (const transport of live) transport.close()
    },
  }
}
