import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import {
  newVisitor,
  startBrowser,
  unexpected,
  withScreen,
  type Visitor,
} from '../support/browser.ts'
import { beepsIn, coloursAt, durationsOf, flashesIn, nameOf } from '../support/film.ts'
import { flash } from '../support/flashing.ts'
import { openTokKeys } from '../support/official-sdks.ts'
import { joinWithOpenTok, type Keys } from '../support/opentok-client.ts'
import { restRequest } from '../support/rest.ts'
import { useStage } from '../support/stage.ts'

type Archive = { id: string; status: string; url: string; duration: number; size: number }

const colours = { red: { colour: 'red', tone: 440 }, blue: { colour: 'blue', tone: 1000 } } as const

describe('an archive', { timeout: 110_000 }, () => {
  const stage = useStage()
  let folder = ''
  let browser: Browser
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'archives-'))
    browser = await startBrowser(...withScreen)
  })
  after(async () => {
    await browser.close()
    await rm(folder, { recursive: true })
  })

  const enter = async (keys: Keys, source: 'screen' | keyof typeof colours): Promise<Visitor> => {
    const visitor = await newVisitor(browser)
    await visitor.page.goto(stage.bare)
    if (source !== 'screen') await flash(visitor.page, colours[source])
    const publisher = { source: source === 'screen' ? source : 'flashing' } as const
    await joinWithOpenTok(visitor.page, keys, { publisher })
    return visitor
  }
  const ask = async (method: string, path: string, body?: object): Promise<Archive> => {
    const answer = await restRequest(stage.stack, { method, path, ...(body && { body }) })
    assert.equal(answer.status, 200, JSON.stringify(answer.body))
    return answer.body as unknown as Archive
  }
  /** Stops it and fetches its file. */
  const finish = async ({ id }: Archive, file: string): Promise<Archive> => {
    let archive = await ask('POST', `/archive/${id}/stop`)
    while (archive.status === 'stopped') {
      await wait(200)
      archive = await ask('GET', `/archive/${id}`)
    }
    assert.equal(archive.status, 'available')
    const response = await fetch(archive.url)
    assert.equal(response.status, 200)
    await writeFile(file, Buffer.from(await response.arrayBuffer()))
    return archive
  }

  it('is a film of who was there, in the layout for their number, with lips and sound together', async () => {
    const { keys, token } = await openTokKeys(stage.stack, 'routed')
    const alice = await enter(keys, 'red')
    const started = Date.now()
    const archive = await ask('POST', '/archive', {
      sessionId: keys.sessionId,
      layout: { type: 'bestFit', screenshareType: 'verticalPresentation' },
    })
    await wait(4000)
    const bob = await enter({ ...keys, token: token() }, 'blue')
    await wait(4000)
    const carol = await enter({ ...keys, token: token() }, 'screen')
    await wait(4000)
    await bob.close()
    await wait(3000)
    const seconds = (Date.now() - started) / 1000
    const film = join(folder, 'film.mp4')
    const finished = await finish(archive, film)

    const { video = 0, audio = 0 } = durationsOf(film)
    for (const length of [video, audio, finished.duration]) {
      assert.ok(Math.abs(length - seconds) < 0.5, `${length} s instead of ${seconds} s`)
    }
    const [middle, left, right] = [
      { x: 320, y: 240 },
      { x: 160, y: 240 },
      { x: 480, y: 240 },
    ].map((spot) => coloursAt(film, spot))
    assert.ok(middle && left && right)
    // Alone she has the whole picture; with him they are side by side.
    assert.deepEqual(seen(left.slice(25, 75)), ['red', 'white'])
    assert.deepEqual(seen(right.slice(25, 75)), ['red', 'white'])
    const pair = right.findIndex((colour) => nameOf(colour) === 'blue')
    assert.ok(pair > 75)
    assert.deepEqual(seen(left.slice(pair + 10, pair + 60)), ['red', 'white'])
    assert.deepEqual(seen(right.slice(pair + 10, pair + 60)), ['blue', 'white'])
    // The screen takes most of the picture, and what is left of the others is beside it.
    const shared = right.findIndex((colour, index) => index > pair && nameOf(colour) === 'other')
    assert.ok(shared > pair + 60)
    assert.ok(seen(right.slice(shared + 10, shared + 60)).includes('other'))
    assert.equal(seen(left.slice(-20)).includes('blue'), false)

    const flashes = flashesIn(left)
    const beeps = beepsIn(film, colours.red.tone)
    assert.ok(beeps.length > 8)
    const offsets = flashes
      .filter((at) => at < pair / 25)
      .map((at) => at - nearest(beeps, at))
      .toSorted((a, b) => a - b)
    assert.ok(offsets.length >= 3)
    // The page itself is late with a picture now and then, so that the one in the middle counts.
    const apart = Math.abs(offsets[offsets.length >> 1] ?? NaN)
    assert.ok(apart <= 0.08, `lips and sound are ${offsets.join(', ')} s apart`)
    for (const { errors } of [alice, carol]) assert.deepEqual(unexpected(errors), [])
    await Promise.all([alice.close(), carol.close()])
  })

  it('has a file for every stream when that was asked for', async () => {
    const { keys, token } = await openTokKeys(stage.stack, 'routed')
    const alice = await enter(keys, 'red')
    const archive = await ask('POST', '/archive', {
      sessionId: keys.sessionId,
      outputMode: 'individual',
    })
    await wait(2000)
    const bob = await enter({ ...keys, token: token() }, 'blue')
    await wait(3000)
    const zip = join(folder, 'archive.zip')
    await finish(archive, zip)
    await Promise.all([alice.close(), bob.close()])

    const inside = join(folder, 'inside')
    execFileSync('unzip', ['-q', zip, '-d', inside])
    const names = await readdir(inside)
    assert.equal(names.filter((name) => name.endsWith('.webm')).length, 2)
    const manifest = JSON.parse(await readFile(join(inside, `${archive.id}.json`), 'utf8')) as {
      files: { filename: string; startTimeOffset: number; stopTimeOffset: number }[]
    }
    for (const { filename, startTimeOffset, stopTimeOffset } of manifest.files) {
      const path = join(inside, filename)
      const centre = seen(coloursAt(path, { x: 320, y: 240 }).slice(5))
      assert.ok(centre.includes('red') || centre.includes('blue'), centre.join())
      const tone = centre.includes('red') ? colours.red.tone : colours.blue.tone
      assert.ok(beepsIn(path, tone).length >= 2)
      assert.ok(stopTimeOffset > startTimeOffset)
    }
    const [first, second] = manifest.files
    assert.ok(first && second && second.startTimeOffset - first.startTimeOffset > 1500)
  })
})

/** The colours there are, without what is between two of them. */
function seen(colours: Parameters<typeof nameOf>[0][]): string[] {
  return [...new Set(colours.map(nameOf))].toSorted()
}

function nearest(times: readonly number[], at: number): number {
  return times.reduce((best, time) => (Math.abs(time - at) < Math.abs(best - at) ? time : best))
}
