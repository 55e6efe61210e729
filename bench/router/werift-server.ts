// A WebRTC stack in JavaScript: what arrives is sent to everybody by its senders.
import {
  MediaStreamTrack,
  RTCPeerConnection,
  RTCRtpCodecParameters,
  useAbsSendTime,
  useSdesMid,
} from 'werift'
import { described } from './described.ts'
import { serveForwarding } from './serve.ts'

const video = new RTCRtpCodecParameters({
  mimeType: 'video/VP8',
  clockRate: 90_000,
  payloadType: 96,
  rtcpFeedback: [{ type: 'nack' }, { type: 'nack', parameter: 'pli' }, { type: 'goog-remb' }],
})
const audio = new RTCRtpCodecParameters({
  mimeType: 'audio/opus',
  clockRate: 48_000,
  channels: 2,
  payloadType: 111,
})
const headerExtensions = [useAbsSendTime(), useSdesMid()]
const config = {
  codecs: { audio: [audio], video: [video] },
  headerExtensions: { audio: headerExtensions, video: headerExtensions },
  iceServers: [],
  iceUseIpv6: false,
  iceAdditionalHostAddresses: ['127.0.0.1'],
}

const source = new RTCPeerConnection(config)
const receivers = new Map<string, RTCPeerConnection>()
const tracks: Record<'audio' | 'video', MediaStreamTrack[]> = { audio: [], video: [] }
source.onTrack.subscribe((track) => {
  const sinks = tracks[track.kind === 'audio' ? 'audio' : 'video']
  track.onReceiveRtp.subscribe((packet) => {
    for (const sink of sinks) sink.writeRtp(packet)
  })
})

await serveForwarding({
  publish: async ({ sdp }) => {
    await source.setRemoteDescription({ type: 'offer', sdp })
    await source.setLocalDescription(await source.createAnswer())
    return described(source.localDescription?.sdp)
  },
  subscribe: async (leg) => {
    const connection = new RTCPeerConnection(config)
    receivers.set(leg, connection)
    const own = (['audio', 'video'] as const).map((kind) => new MediaStreamTrack({ kind }))
    for (const track of own) connection.addTransceiver(track, { direction: 'sendonly' })
    connection.connectionStateChange.subscribe((state) => {
      if (state !== 'connected') return
      for (const track of own) tracks[track.kind === 'audio' ? 'audio' : 'video'].push(track)
    })
    await connection.setLocalDescription(await connection.createOffer())
    return described(connection.localDescription?.sdp)
  },
  accept: async (leg, { sdp }) => {
    await receivers.get(leg)?.setRemoteDescription({ type: 'answer', sdp })
    return []
  },
})
