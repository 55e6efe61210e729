import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { record, splice } from '../testing/recordings.ts'
import { amplitudeOf, coloursOf, soundOf, tracksOf } from '../testing/watch.ts'
import { composeFilm } from './compose.ts'
import type { FilmOptions } from './compose.ts'
import type { Scene, SceneStream, Take, Timeline } from './timeline.ts'

const start = 1_800_000_000_000
const folder = mkdtempSync(join(tmpdir(), 'composing-'))
const at = (name: string) => join(folder, name)
after(() => rmSync(folder, { recursive: true }))

describe('a film of a session', () => {
  before(async () => {
    await record(at('red.webm'), { seconds: 4, colour: 'red', tone: 440 })
    await record(at('blue-wide.webm'), { seconds: 1, colour: 'blue', tone: 1000 })
    await record(at('blue-long.webm'), { seconds: 2, colour: 'blue', tone: 1000 })
    await record(at('lime-tall.webm'), { seconds: 1, colour: 'lime', size: '90x160', tone: 1000 })
    await splice(at('turned.webm'), [at('blue-wide.webm'), at('lime-tall.webm')])
  })

  it('changes its picture exactly where a scene begins, and leaves out pauses', async () => {
    const scenes = [
      scene([500, 1510], ['red']),
      scene([1510, 2520], ['red', 'blue']),
      scene([3000, 3480], ['red', 'blue'], { type: 'pip' }),
    ]
    const film = await compose({
      scenes,
      takes: [take('red', 'red.webm', [0, 4000]), take('blue', 'blue-wide.webm', [1000, 4000])],
    })
    assert.equal(film.durationMs, 2520)
    assert.equal(film.size, readFileSync(film.path).length)
    const seen = await coloursOf(film.path, [
      [160, 240],
      [510, 90],
      [480, 240],
    ])
    assert.equal(seen.length, 63)
    const alone = ['red', 'red', 'red']
    const beside = ['red', 'black', 'blue']
    const corner = ['red', 'blue', 'red']
    assert.deepEqual([seen[0], seen[24]], [alone, alone])
    assert.deepEqual([seen[25], seen[50]], [beside, beside])
    assert.deepEqual([seen[51], seen[62]], [corner, corner])
  })

  it('is an MP4 that plays while it loads: H.264 High at 25 pictures a second, AAC-LC', async () => {
    const film = await compose(redAlone())
    const [picture, sound] = await tracksOf(film.path)
    assert.deepEqual(
      [picture?.codec_name, picture?.profile, picture?.['r_frame_rate'], picture?.['pix_fmt']],
      ['h264', 'High', '25/1', 'yuv420p'],
    )
    assert.deepEqual(
      [sound?.codec_name, sound?.profile, sound?.['sample_rate'], sound?.['channels']],
      ['aac', 'LC', '48000', 2],
    )
    const file = readFileSync(film.path).toString('latin1')
    assert.ok(file.indexOf('moov') < file.indexOf('mdat'))
    for (const track of [picture, sound]) {
      assert.ok(Math.abs(Number(track?.['duration']) - film.durationMs / 1000) < 0.04)
    }
  })

  it('has the voices of those who are in a scene, and nobody else', async () => {
    const scenes = [
      scene([1000, 2000], ['red']),
      scene([2000, 3000], ['red', 'blue']),
      scene([3000, 3500], []),
    ]
    const film = await compose({
      scenes,
      takes: [take('red', 'red.webm', [0, 4000]), take('blue', 'blue-long.webm', [1500, 3500])],
    })
    const sound = await soundOf(film.path)
    const heard = (hertz: number, from: number, until: number) =>
      amplitudeOf(hertz, sound.subarray(from * 48, until * 48)) > 0.05
    assert.deepEqual([heard(440, 50, 950), heard(1000, 50, 950)], [true, false])
    assert.deepEqual([heard(440, 1050, 1950), heard(1000, 1050, 1950)], [true, true])
    assert.deepEqual([heard(440, 2050, 2450), heard(1000, 2050, 2450)], [false, false])
    assert.ok(Math.abs(sound.length - 2500 * 48) < 0.04 * 48_000)
  })

  it('has what was said before there was a picture', async () => {
    const late = { seconds: 4, colour: 'red', tone: 440, pictureAfter: 2 }
    await record(at('late.webm'), late)
    for (const [from, until] of [
      [0, 1000],
      [1500, 2500],
    ] as const) {
      const takes = [take('red', 'late.webm', [0, 6000])]
      const film = await compose({ scenes: [scene([from, until], ['red'])], takes })
      const sound = await soundOf(film.path)
      const loud = [100, 300, 500, 700].map(
        (ms) => amplitudeOf(440, sound.subarray(ms * 48, (ms + 100) * 48)) > 0.05,
      )
      assert.deepEqual(loud, [true, true, true, true])
      const seen = (await coloursOf(film.path, [[320, 240]])).map(([colour]) => colour)
      assert.deepEqual(runs(seen), until < 2000 ? ['black'] : ['black', 'red'])
    }
  })

  it('keeps picture and sound together over many scenes', async () => {
    const flashes = { seconds: 4.2, colour: 'white', tone: 1000, rate: 50, isBlinking: true }
    await record(at('flashes.webm'), flashes)
    const borders = Array.from({ length: 31 }, (_, index) => index * 133)
    const scenes = borders.slice(1).map((until) => scene([until - 133, until], ['red']))
    assert.equal(scenes.length, 30)
    const film = await compose({ scenes, takes: [take('red', 'flashes.webm', [0, 4100])] })
    const seen = (await coloursOf(film.path, [[320, 240]])).map(([colour]) => colour === 'white')
    const sound = await soundOf(film.path)
    const heard = [...seen.keys()].map((frame) => {
      // Ten milliseconds at a time are enough to hear the tone, and short against a picture.
      return [0, 10, 20, 30].map(
        (ms) =>
          amplitudeOf(1000, sound.subarray((frame * 40 + ms) * 48, (frame * 40 + ms + 10) * 48)) >
          0.06,
      )
    })
    const lightsOn = onsets(seen).map((frame) => frame * 40)
    const tonesOn = onsets(heard.flat()).map((tick) => tick * 10)
    assert.equal(lightsOn.length, 4)
    assert.equal(tonesOn.length, 4)
    const apart = lightsOn.map((ms, index) => Math.abs(ms - (tonesOn[index] ?? Infinity)))
    assert.ok(Math.max(...apart) <= 40, `picture and sound are ${apart.join(', ')} ms apart`)
  })

  it('goes on with another size of a stream, and is black before it begins and after it ends', async () => {
    const film = await compose({
      scenes: [scene([0, 3000], ['red', 'blue'])],
      takes: [take('red', 'red.webm', [-500, 3500]), take('blue', 'turned.webm', [500, 2500])],
    })
    const seen = await coloursOf(film.path, [
      [160, 240],
      [480, 240],
      [480, 10],
    ])
    assert.ok(seen.every(([red]) => red === 'red'))
    const blues = seen.map(([, middle, edge]) => `${middle} ${edge}`)
    assert.deepEqual(runs(blues), ['black black', 'blue black', 'lime lime', 'black black'])
    assert.ok(Math.abs(blues.indexOf('blue black') - 13) <= 1)
    assert.ok(Math.abs(blues.indexOf('lime lime') - 38) <= 1)
    assert.equal(blues.lastIndexOf('lime lime'), 62)
  })

  it('fills a tile and cuts off the rest where a style sheet says cover', async () => {
    const stylesheet =
      'stream { position: absolute; left: 160px; width: 320px; object-fit: cover; zoom: 2 }'
    const film = await compose({
      scenes: [{ ...scene([0, 400], ['red']), layout: { type: 'custom', stylesheet } }],
      takes: [take('red', 'lime-tall.webm', [-200, 800])],
    })
    const [seen] = await coloursOf(film.path, [
      [150, 120],
      [170, 10],
      [470, 230],
      [490, 120],
      [320, 250],
    ])
    assert.deepEqual(seen, ['black', 'lime', 'lime', 'black', 'black'])
    assert.match(film.ignored.join(), /zoom/)
  })

  it('is black and silent, and as long as ever, where a recording cannot be read', async () => {
    writeFileSync(at('cut.webm'), readFileSync(at('red.webm')).subarray(0, 60))
    for (const name of ['cut.webm', 'missing.webm']) {
      const film = await compose({ ...redAlone(), takes: [take('red', name, [0, 4000])] })
      const seen = await coloursOf(film.path, [[320, 240]])
      assert.deepEqual(runs(seen.map(([colour]) => colour)), ['black'])
      assert.equal(seen.length, 25)
    }
  })

  it('has only the tracks that were asked for', async () => {
    const kinds = async (tracks: FilmOptions['tracks']) => {
      const { path } = await compose(redAlone(), { tracks })
      return (await tracksOf(path)).map(({ codec_name }) => codec_name)
    }
    assert.deepEqual(await kinds('audio'), ['aac'])
    assert.deepEqual(await kinds('video'), ['h264'])
  })

  it('is as large as the bit rate or the quantizer allows', async () => {
    await record(at('motion.webm'), { seconds: 2, colour: 'motion', size: '640x480' })
    const timeline = {
      scenes: [scene([0, 2000], ['red'])],
      takes: [take('red', 'motion.webm', [0, 2000])],
    }
    const size = async (quality: Partial<FilmOptions>) => {
      return (await compose(timeline, { tracks: 'video', ...quality })).size
    }
    assert.ok((await size({ maxBitrate: 200_000 })) < (1.3 * 2 * 200_000) / 8)
    assert.ok(
      (await size({ quantizationParameter: 15 })) > 3 * (await size({ quantizationParameter: 40 })),
    )
  })

  it('does not clip when many speak at once', async () => {
    const crowd = Array.from({ length: 14 }, (_, index) => `s${index}`)
    const film = await compose({
      scenes: [scene([500, 1500], crowd)],
      takes: crowd.map((id) => ({ ...take(id, 'red.webm', [0, 4000]), hasVideo: false })),
    })
    const sound = (await soundOf(film.path)).subarray(9600, 38_400)
    const [voice, distortion] = [amplitudeOf(440, sound), amplitudeOf(1320, sound)]
    assert.ok(voice > 0.7 && voice < 1, `amplitude ${voice}`)
    assert.ok(distortion < 0.03 * voice, `third harmonic ${distortion}`)
  })

  it('says how to get FFmpeg where there is none', async () => {
    await assert.rejects(compose(redAlone(), { ffmpeg: at('no-such-program') }), {
      code: 'ffmpeg-missing',
      message: /install/,
    })
  })

  it('ends at once when it is called off or takes too long, and leaves nothing behind', async () => {
    await record(at('long.webm'), { seconds: 60, colour: 'motion', size: '320x240' })
    const long = {
      scenes: [scene([0, 60_000], ['red'])],
      takes: [take('red', 'long.webm', [0, 60_000])],
    }
    const before = readdirSync(folder)
    const controller = new AbortController()
    const reason = new Error('called off')
    setTimeout(() => controller.abort(reason), 300)
    const path = at('unfinished.mp4')
    await assert.rejects(compose(long, { path, signal: controller.signal }), reason)
    await assert.rejects(compose(long, { path, timeLimitMs: 300 }), {
      code: 'composing-failed',
      message: /longer than/,
    })
    assert.deepEqual(readdirSync(folder), before)
  })

  it('is refused when nothing was recorded', async () => {
    await assert.rejects(compose({ scenes: [], takes: [] }), { code: 'composing-failed' })
  })
})

let films = 0

async function compose(timeline: Timeline, options: Partial<FilmOptions> = {}) {
  const path = options.path ?? at(`film-${(films += 1)}.mp4`)
  const usual = {
    ffmpeg: 'ffmpeg',
    workFolder: folder,
    resolution: '640x480',
    tracks: 'both',
  } as const
  return { ...(await composeFilm(timeline, { ...usual, ...options, path })), path }
}

function redAlone(): Timeline {
  return {
    scenes: [scene([1000, 2000], ['red'])],
    takes: [take('red', 'red.webm', [0, 4000])],
  }
}

function scene(
  [from, until]: readonly [number, number],
  ids: readonly string[],
  layout: Scene['layout'] = { type: 'bestFit' },
): Scene {
  const rest = { videoType: 'camera', layoutClasses: [], hasAudio: true, hasVideo: true } as const
  const streams = ids.map((id): SceneStream => ({ id, ...rest }))
  return { from: start + from, until: start + until, layout, streams }
}

function take(streamId: string, name: string, [from, until]: readonly [number, number]): Take {
  const times = { startedAt: start + from, endedAt: start + until }
  return { streamId, path: at(name), ...times, hasAudio: true, hasVideo: true }
}

function runs<T>(values: readonly T[]): readonly T[] {
  return values.filter((value, index) => value !== values[index - 1])
}

function onsets(values: readonly boolean[]): readonly number[] {
  return values.flatMap((value, index) => (value && values[index - 1] === false ? [index] : []))
}
