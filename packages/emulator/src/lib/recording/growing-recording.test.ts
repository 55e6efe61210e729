import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, before, describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { rtpOf, type Sent } from '../testing/ffmpeg-rtp.ts'
import { decode } from '../testing/ffmpeg.ts'
import type { Handed } from '../testing/recording-process.ts'
import { createStreamRecorder } from './stream-recorder.ts'

const recordingProcess = join(import.meta.dirname, '../testing/recording-process.ts')

describe('a recording that is not complete', () => {
  let folder = ''
  let sent: readonly Sent[] = []
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'recording-'))
    const [video, audio] = ['testsrc2=size=320x240:rate=30', 'sine=sample_rate=48000']
    sent = await rtpOf({ video, audio, length: 4 })
  })
  after(() => rm(folder, { recursive: true }))

  it('plays up to its last moments when its writer is killed', async () => {
    const [source, path] = [join(folder, 'packets.json'), join(folder, 'killed.webm')]
    const handed = sent.map(({ kind, sentAt, packet }): Handed => {
      return { kind, sentAt, bytes: packet.bytes.toString('base64') }
    })
    await writeFile(source, JSON.stringify(handed))
    const stdio = ['ignore', 'pipe', 'inherit'] as const
    const writer = spawn(process.execPath, [recordingProcess, source, path], { stdio: [...stdio] })
    const ended = once(writer, 'exit')
    let handedOver = 0
    for await (const line of createInterface({ input: writer.stdout })) {
      handedOver = Number(line)
      if (handedOver > 2500) writer.kill('SIGKILL')
    }
    await ended
    const { complaints, video, audio } = await decode(path)
    assert.equal(complaints, '')
    assert.ok((video.at(-1) ?? 0) > handedOver / 1000 - 0.7, `${video.at(-1)} of ${handedOver}`)
    assert.ok((audio.at(-1) ?? 0) > handedOver / 1000 - 0.7, `${audio.at(-1)} of ${handedOver}`)
  })

  it('is seen by who follows the file within a second', async () => {
    const path = join(folder, 'live.webm')
    const startedAt = Date.now()
    const tracks = { audio: { codec: 'opus' }, video: { codec: 'VP8' } } as const
    const recorder = createStreamRecorder({ path, startedAt, tracks })
    const follower = spawn('tail', ['-c', '+1', '-F', path], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const decoder = spawn('ffmpeg', decodingLive, { stdio: ['pipe', 'pipe', 'inherit'] })
    follower.stdout.pipe(decoder.stdin)
    const ended = [once(follower, 'close'), once(decoder, 'close')]
    const seenAt: number[] = []
    decoder.stdout.on('data', (bytes: Buffer) => {
      for (let byte = 0; byte < bytes.length; byte += 1) seenAt.push(Date.now() - startedAt)
    })
    for (const { kind, sentAt, packet } of sent) {
      await sleep(Math.max(1, startedAt + sentAt - Date.now()))
      recorder.write(kind, packet, Date.now())
    }
    follower.kill()
    await Promise.all(ended)
    await recorder.end()
    const madeAt = sent.filter((item) => item.kind === 'video' && item.packet.marker)
    const lags = seenAt.map((at, index) => at - (madeAt[index]?.sentAt ?? 0)).slice(60)
    assert.ok(lags.length > 40, `${seenAt.length} pictures`)
    assert.ok(Math.max(...lags) < 1000, `${Math.max(...lags)} ms`)
  })
})

/** One byte for each picture, as soon as it is decoded. */
const decodingLive = [
  '-v error -probesize 5000 -i pipe:0',
  '-map 0:v -vf scale=1:1 -pix_fmt gray -vsync passthrough',
  '-f rawvideo -flush_packets 1 pipe:1',
].flatMap((options) => options.split(' '))
