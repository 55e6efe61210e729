import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { av1RtpOf } from '../testing/av1-rtp.ts'
import { decode, probe, runFfmpeg } from '../testing/ffmpeg.ts'
import { rtpOf, type Sent } from '../testing/ffmpeg-rtp.ts'
import { rtpPacket } from '../testing/fake-rtp.ts'
import type { VideoCodec } from './codec.ts'
import type { WantedTracks } from './recorded-tracks.ts'
import { createStreamRecorder } from './stream-recorder.ts'

const startedAt = 1_700_000_000_000
const picture = 'testsrc2=size=320x240:rate=30'
const tone = 'sine=frequency=440:sample_rate=48000'
const both = (codec: VideoCodec): WantedTracks => ({ audio: { codec: 'opus' }, video: { codec } })

interface Arriving extends Sent {
  readonly arrivesAt: number
}
const onTime = (sent: readonly Sent[]): readonly Arriving[] =>
  sent.map((item) => ({ ...item, arrivesAt: item.sentAt }))

describe('a recorded stream', () => {
  let folder = ''
  let usual: readonly Sent[] = []
  let files = 0
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'recording-'))
    usual = await rtpOf({ video: picture, audio: tone, length: 3, interval: 15 })
  })
  after(() => rm(folder, { recursive: true }))

  async function record(arriving: readonly Arriving[], tracks: WantedTracks = both('VP8')) {
    const path = join(folder, `${(files += 1)}.webm`)
    let keyframesWanted = 0
    const onKeyframeNeeded = (): void => void (keyframesWanted += 1)
    const recorder = createStreamRecorder({ path, startedAt, tracks, onKeyframeNeeded })
    const inOrder = arriving.toSorted((one, other) => one.arrivesAt - other.arrivesAt)
    for (const { kind, packet, arrivesAt } of inOrder) {
      recorder.write(kind, packet, startedAt + arrivesAt)
    }
    const file = await recorder.end()
    return { file, keyframesWanted, decoded: await decode(path), probed: await probe(path) }
  }

  for (const codec of ['VP8', 'VP9', 'H264'] as const) {
    describe(`in ${codec} and Opus`, () => {
      let sent: readonly Sent[] = []
      before(async () => {
        sent = await rtpOf({ video: picture, audio: tone, codec, length: 3, interval: 15 })
      })

      it('decodes whole, and says how long it is', async () => {
        const { file, decoded, probed } = await record(onTime(sent), both(codec))
        assert.equal(decoded.complaints, '')
        assert.equal(decoded.video.length, 90)
        assert.equal(decoded.audio.length, sent.filter(({ kind }) => kind === 'audio').length)
        assert.ok(Math.abs(Number(probed.format['duration']) - 3) < 0.1)
        assert.ok(Math.abs(file.durationMs - 3000) < 100)
        assert.equal(Number(probed.format['size']), file.size)
        assert.deepEqual([file.hasAudio, file.hasVideo], [true, true])
        assert.deepEqual(file.pictureSize, { width: 320, height: 240 })
      })

      it('decodes without an error when a twentieth is lost and the rest out of order', async () => {
        const arriving = sent.flatMap((item, index): Arriving[] => {
          const isLost = item.kind === 'video' ? index % 40 === 27 : index % 20 === 13
          return isLost ? [] : [{ ...item, arrivesAt: item.sentAt + ((index * 37) % 80) }]
        })
        const { decoded, keyframesWanted } = await record(arriving, both(codec))
        assert.equal(decoded.complaints, '')
        const pictures = decoded.video.length
        assert.ok(pictures > 30 && pictures < 90, `${pictures} pictures`)
        assert.ok(keyframesWanted > 1, `${keyframesWanted}`)
        assert.ok(decoded.audio.length > 130, `${decoded.audio.length}`)
      })
    })
  }

  it('in AV1 decodes whole', async () => {
    const sent = await av1RtpOf(picture, 2)
    const { decoded, probed } = await record(onTime(sent), { video: { codec: 'AV1' } })
    assert.equal(decoded.complaints, '')
    assert.equal(decoded.video.length, 60)
    assert.equal(probed.streams[0]?.['codec_name'], 'av1')
  })

  it('is the same wherever sequence numbers and timestamps wrap', async () => {
    const [sequence, timestamp] = [65_480, 2 ** 32 - 90_000]
    const shifted = usual.map((item) => {
      const { packet } = item
      const first = usual.find(({ kind }) => kind === item.kind)?.packet ?? packet
      const fields = {
        payload: [...packet.payload],
        marker: packet.marker,
        sequence: packet.sequence - first.sequence + sequence,
        timestamp: packet.timestamp - first.timestamp + timestamp,
      }
      return { ...item, packet: rtpPacket(fields) }
    })
    const [plain, wrapped] = [await record(onTime(usual)), await record(onTime(shifted))]
    assert.deepEqual(wrapped.decoded, plain.decoded)
  })

  it('loses nothing when what was lost is sent again within a quarter of a second', async () => {
    const arriving = usual.map((item, index) => {
      const isLate = index % 20 === 13
      return { ...item, arrivesAt: item.sentAt + (isLate ? 200 : 0) }
    })
    const { decoded, keyframesWanted } = await record([...arriving, ...arriving.slice(100, 120)])
    assert.equal(decoded.complaints, '')
    assert.equal(decoded.video.length, 90)
    assert.equal(keyframesWanted, 1)
  })

  it('has sound and picture of any network together, as the sender reports', async () => {
    const flash = 'between(mod(t,1),0.5,0.6)'
    const video = `color=black:size=320x240:rate=30,drawbox=color=white:t=fill:enable='${flash}'`
    const audio = `aevalsrc='if(${flash},sin(6283*t),0)':s=48000`
    const sent = await rtpOf({ video, audio, length: 4 })
    const path = join(folder, 'flash.webm')
    const recorder = createStreamRecorder({ path, startedAt, tracks: both('VP8') })
    const clock = startedAt - 7_200_000
    for (const kind of ['audio', 'video'] as const) {
      const timestamp = sent.find((item) => item.kind === kind)?.packet.timestamp ?? 0
      recorder.report(kind, { sentAt: clock, timestamp })
    }
    const arriving = sent.map((item) => {
      return { ...item, arrivesAt: item.sentAt + (item.kind === 'video' ? 180 : 20) }
    })
    for (const item of arriving.toSorted((one, other) => one.arrivesAt - other.arrivesAt)) {
      recorder.write(item.kind, item.packet, startedAt + item.arrivesAt)
    }
    await recorder.end()
    const { flashes, beeps } = await flashesAndBeeps(path)
    assert.equal(flashes.length, 4)
    const apart = flashes.map((time, index) => Math.abs(time - (beeps[index] ?? 0)))
    assert.ok(
      apart.every((seconds) => seconds < 0.04),
      apart.join(' '),
    )
  })

  it('keeps pictures of any size', async () => {
    const small = await rtpOf({ video: 'testsrc2=size=160x120:rate=30', codec: 'VP8', length: 1 })
    const large = await rtpOf({ video: picture, codec: 'VP8', length: 1 })
    const later = large.map((item) => ({ ...item, arrivesAt: item.sentAt + 1000 }))
    const { file, decoded } = await record([...onTime(small), ...later])
    assert.equal(decoded.complaints, '')
    assert.deepEqual([...new Set(decoded.sizes)], ['160x120', '320x240'])
    assert.equal(decoded.video.length, 60)
    assert.deepEqual(file.pictureSize, { width: 320, height: 240 })
  })

  it('says what never came: a picture or a sound', async () => {
    const [audio, video] = (['audio', 'video'] as const).map((wanted) =>
      usual.filter(({ kind }) => kind === wanted),
    )
    const kindsOf = async (sent: readonly Sent[]) => {
      const { file, decoded, probed } = await record(onTime(sent))
      assert.equal(decoded.complaints, '')
      const kinds = probed.streams.map((stream) => stream['codec_type'])
      return [file.hasAudio, file.hasVideo, ...kinds]
    }
    assert.deepEqual(await kindsOf(audio ?? []), [true, false, 'audio'])
    assert.deepEqual(await kindsOf(video ?? []), [false, true, 'video'])
  })

  it('says that nothing came at all', async () => {
    const { file } = await record([])
    const { hasAudio, hasVideo, firstMs, durationMs } = file
    assert.deepEqual([hasAudio, hasVideo, firstMs, durationMs], [false, false, 0, 0])
  })

  it('can be searched to a keyframe', async () => {
    const { file } = await record(onTime(usual))
    const { complaints, video } = await decode(file.path, ['-read_intervals', '2.2%+0.3'])
    assert.equal(complaints, '')
    assert.ok((video[0] ?? 0) > 1.9 && (video[0] ?? 0) <= 2.2, `${video[0]}`)
  })
})

async function flashesAndBeeps(path: string) {
  const detectors = '-vf blackdetect=d=0.1 -af silencedetect=noise=-30dB:d=0.2 -f null -'
  const { complaints } = await runFfmpeg(['-nostats', '-i', path, ...detectors.split(' ')])
  const timesOf = (pattern: RegExp) =>
    [...complaints.matchAll(pattern)].map(([, time]) => Number(time))
  // What ends with the file is no flash.
  const flashes = timesOf(/black_end:([\d.]+)/g).slice(0, 4)
  return { flashes, beeps: timesOf(/silence_end: ([\d.]+)/g) }
}
