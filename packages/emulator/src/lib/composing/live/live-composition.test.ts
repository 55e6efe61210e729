import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { EmulatorError } from '../../error.ts'
import { recordLive } from '../../testing/recordings.ts'
import { amplitudeOf, coloursOf, soundOf, tracksOf } from '../../testing/watch.ts'
import type { SceneStream } from '../timeline.ts'
import { createLiveComposition } from './live-composition.ts'
import type { LiveComposition, LiveCompositionOptions } from './live-composition.ts'
import type { LiveScene, LiveStatus } from './messages.ts'

const folder = mkdtempSync(join(tmpdir(), 'composing-live-'))
const at = (name: string) => join(folder, name)
after(() => rmSync(folder, { recursive: true }))

// Half of each of these is waiting for time to go by.
describe('a live composition', { concurrency: 2, timeout: 40_000 }, () => {
  it('shows and sounds the streams of each scene, by HLS and RTMP, without interruption', async () => {
    const hls = hlsFolder('all')
    const port = await freePort()
    const received = once(listenForRtmp(port, at('received.flv')), 'exit')
    const { composition, statuses, until } = compose({
      hls: { folder: hls, mode: 'dvr' },
      rtmp: [
        { id: 'there', url: `rtmp://127.0.0.1:${port}/live/secret-name` },
        { id: 'gone', url: `rtmp://127.0.0.1:${await freePort()}/live/secret-name` },
      ],
    })
    const started = Date.now()
    const red = await record(composition, 'red', { seconds: 60, colour: 'red', tone: 440 })
    composition.show(scene(['red']))
    await until(({ output, status }) => output === 'hls' && status === 'live')
    assert.ok(Date.now() - started < 10_000)
    await until((status) => 'id' in status && status.id === 'there' && status.status === 'live')
    const [first] = await tracksOf(join(hls, 'playlist.m3u8'))
    assert.equal(first?.codec_name, 'h264')

    const blue = { seconds: 60, colour: 'blue', tone: 1000, isBlinking: true }
    const other = await record(composition, 'blue', blue)
    composition.show(scene(['red', 'blue']))
    await wait(3000)
    composition.show(scene(['blue']))
    composition.endTake('red')
    await wait(4000)
    await composition.close()
    await Promise.all([red.stop(), other.stop()])
    await received

    for (const film of [join(hls, 'playlist.m3u8'), at('received.flv')]) {
      const seen = await coloursOf(film, [
        [160, 240],
        [480, 240],
      ])
      // The blue one is black half of the time.
      const phases = runs(seen.map((colours) => colours.join().replace('red,blue', 'red,black')))
      const acts = phases.slice(phases.indexOf('red,red'))
      assert.deepEqual(acts.slice(0, 2), ['red,red', 'red,black'])
      assert.deepEqual([...new Set(acts.slice(2))].toSorted(), ['black,black', 'blue,blue'])
      const sound = await soundOf(film)
      const heard = phasesOfSound(sound)
      assert.deepEqual(heard.slice(heard.indexOf('440')).slice(0, 2), ['440', '440 1000'])
      assert.equal(heard.at(-1) === '' ? heard.at(-2) : heard.at(-1), '1000')
      const length = seen.length / 25
      assert.ok(Math.abs(sound.length / 48_000 - length) < 0.2)
    }
    const playlist = readFileSync(join(hls, 'playlist.m3u8'), 'utf8')
    assert.match(playlist, /#EXT-X-PLAYLIST-TYPE:EVENT/)
    assert.match(playlist, /playlist0\.ts/)
    assert.match(playlist, /#EXT-X-ENDLIST/)
    assert.doesNotMatch(playlist, /DISCONTINUITY/)
    assert.deepEqual(of(statuses, 'hls'), ['connecting', 'ready', 'live', 'ended'])
    assert.deepEqual(
      [of(statuses, 'there')[0], of(statuses, 'there').at(-1)],
      ['connecting', 'live'],
    )
    assert.deepEqual(of(statuses, 'gone'), ['connecting', 'offline'])
    assert.doesNotMatch(JSON.stringify(statuses), /secret-name/)
  })

  it('keeps picture and sound together, and the shape of a picture that turns', async () => {
    const hls = hlsFolder('sync')
    const { composition, until } = compose({ hls: { folder: hls, mode: 'low-latency' }, rtmp: [] })
    const flashes = { seconds: 60, colour: 'white', tone: 1000, size: '120x160', isBlinking: true }
    const tall = await record(composition, 'tall', flashes)
    composition.show(scene(['tall']))
    await until(({ output, status }) => output === 'hls' && status === 'live')
    await wait(5000)
    await composition.close()
    await tall.stop()
    const playlist = join(hls, 'playlist.m3u8')
    const seen = await coloursOf(playlist, [
      [320, 240],
      [100, 240],
      [160, 10],
    ])
    assert.ok(seen.every(([, beside]) => beside === 'black'))
    const lights = seen.map(([middle]) => middle === 'white')
    const tones = loudness(await soundOf(playlist), 1000, 10).map((loud) => loud > 0.04)
    const [lightsOn, tonesOn] = [onsets(lights, 40), onsets(tones, 10)]
    assert.ok(lightsOn.length >= 3, `${lightsOn.length} flashes`)
    const apart = lightsOn.map((ms) => Math.min(...tonesOn.map((tone) => Math.abs(tone - ms))))
    assert.ok(Math.max(...apart) <= 80, `picture and sound are ${apart.join(', ')} ms apart`)
    assert.match(readFileSync(playlist, 'utf8'), /#EXT-X-MAP:URI="init\.mp4"/)
  })

  it('has a playlist that slides, with sound alone where only that was asked for', async () => {
    const hls = hlsFolder('sliding')
    const { composition, until } = compose({
      tracks: 'audio',
      hls: { folder: hls, mode: 'sliding' },
      rtmp: [],
    })
    await until(({ output, status }) => output === 'hls' && status === 'live')
    const playlist = readFileSync(join(hls, 'playlist.m3u8'), 'utf8')
    assert.doesNotMatch(playlist, /PLAYLIST-TYPE|ENDLIST/)
    await composition.close()
    const kinds = (await tracksOf(join(hls, 'playlist.m3u8'))).map(({ codec_name }) => codec_name)
    assert.deepEqual([...new Set(kinds)], ['aac'])
  })

  it('ends at once where nobody could see anything yet', async () => {
    const hls = hlsFolder('unseen')
    const { composition, statuses, until } = compose({
      hls: { folder: hls, mode: 'low-latency' },
      rtmp: [],
    })
    await until(({ status }) => status === 'connecting')
    await composition.close()
    assert.deepEqual(of(statuses, 'hls'), ['connecting'])
    assert.deepEqual(readdirSync(hls), [])
  })

  it('says how to get FFmpeg where there is none, and that nothing works', async () => {
    const { composition, statuses, error } = compose({
      ffmpeg: at('no-such-program'),
      hls: { folder: hlsFolder('none'), mode: 'sliding' },
      rtmp: [{ id: 'one', url: 'rtmp://127.0.0.1:1/live/secret-name' }],
    })
    const { code, message } = await error
    assert.equal(code, 'ffmpeg-missing')
    assert.match(message, /install/)
    assert.equal(of(statuses, 'hls').at(-1), 'error')
    assert.equal(of(statuses, 'one').at(-1), 'error')
    await composition.close()
    assert.deepEqual(readdirSync(at('none')), [])
  })
})

function compose(options: Partial<LiveCompositionOptions> & Pick<LiveCompositionOptions, 'rtmp'>) {
  const statuses: LiveStatus[] = []
  const waiting = new Set<() => void>()
  const failure = Promise.withResolvers<EmulatorError>()
  const composition = createLiveComposition({
    ffmpeg: 'ffmpeg',
    resolution: '640x480',
    tracks: 'both',
    ...options,
    onStatus: (status) => {
      statuses.push(status)
      for (const look of waiting) look()
    },
    onError: failure.resolve,
  })
  const until = (test: (status: LiveStatus) => boolean) =>
    new Promise<void>((resolve, reject) => {
      failure.promise.then(reject, reject)
      const look = () => {
        if (statuses.some(({ output, status }) => output === 'hls' && status === 'error')) reject()
        if (!statuses.some(test)) return
        waiting.delete(look)
        resolve()
      }
      waiting.add(look)
      look()
    })
  return { composition, statuses, until, error: failure.promise }
}

async function record(
  composition: LiveComposition,
  streamId: string,
  passage: Parameters<typeof recordLive>[1],
) {
  const path = at(`${streamId}.webm`)
  const growing = await recordLive(path, passage)
  const { startedAt } = growing
  composition.addTake({ streamId, path, startedAt, hasAudio: true, hasVideo: true })
  return growing
}

function scene(ids: readonly string[]): LiveScene {
  const rest = { videoType: 'camera', layoutClasses: [], hasAudio: true, hasVideo: true } as const
  const streams = ids.map((id): SceneStream => ({ id, ...rest }))
  return { from: Date.now(), layout: { type: 'bestFit' }, streams }
}

function hlsFolder(name: string): string {
  mkdirSync(at(name))
  return at(name)
}

/** The referee: FFmpeg as the server of a live platform. */
function listenForRtmp(port: number, path: string) {
  const url = `rtmp://127.0.0.1:${port}/live/secret-name`
  const args = ['-v', 'quiet', '-y', '-listen', '1', '-i', url, '-c', 'copy', path]
  return spawn('ffmpeg', args, { stdio: 'ignore' })
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

function of(statuses: readonly LiveStatus[], output: string): readonly string[] {
  return statuses
    .filter((status) => (status.output === 'hls' ? 'hls' : status.id) === output)
    .map(({ status }) => status)
}

/** Which tones are heard, one after the other; a tenth of a second at a time. */
function phasesOfSound(sound: Float32Array): readonly string[] {
  const [low, high] = [loudness(sound, 440, 500), loudness(sound, 1000, 500)]
  return runs(
    low.map((loud, index) => {
      const heard = [loud > 0.02 ? '440' : '', (high[index] ?? 0) > 0.015 ? '1000' : '']
      return heard.filter((tone) => tone !== '').join(' ')
    }),
  )
}

function loudness(sound: Float32Array, hertz: number, ms: number): readonly number[] {
  const step = ms * 48
  return Array.from({ length: Math.floor(sound.length / step) }, (_, index) =>
    amplitudeOf(hertz, sound.subarray(index * step, (index + 1) * step)),
  )
}

function runs<T>(values: readonly T[]): readonly T[] {
  return values.filter((value, index) => value !== values[index - 1])
}

function onsets(values: readonly boolean[], step: number): readonly number[] {
  return values.flatMap((value, index) =>
    value && values[index - 1] === false ? [index * step] : [],
  )
}
