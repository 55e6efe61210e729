import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser } from 'puppeteer-core'
import { newVisitor, unexpected } from '../support/browser.ts'
import { beepsIn, coloursAt, nameOf, type Rgb } from '../support/film.ts'
import { startFirefox, visitWithFirefox, withLoopback } from '../support/firefox.ts'
import type { InPage } from '../support/in-page.ts'
import { openTokKeys } from '../support/official-sdks.ts'
import { joinWithOpenTok, type Keys } from '../support/opentok-client.ts'
import {
  heardSilence,
  heardSound,
  heardTone,
  moreFrames,
  seenColour,
  seenPictures,
} from '../support/remote-media.ts'
import { restRequest } from '../support/rest.ts'
import { listenFor } from '../support/session-event.ts'
import { useCallStage } from '../support/stage.ts'

/** What the pictures look like in a browser. */
const colours = {
  green: [46, 158, 79],
  orange: [224, 112, 42],
  purple: [122, 63, 176],
  teal: [27, 138, 158],
}

describe('a participant whom nobody sits behind', () => {
  const stage = useCallStage()
  let firefox: Browser | undefined
  before(async () => {
    firefox = await startFirefox(withLoopback)
  })
  after(() => firefox?.close())

  const add = async (sessionId: string, body: object): Promise<{ connectionId: string }> => {
    const path = `/_emulator/sessions/${sessionId}/participants`
    const response = await fetch(stage.stack.emulator + path, {
      method: 'POST',
      body: JSON.stringify(body),
    })
    assert.equal(response.status, 201)
    return (await response.json()) as { connectionId: string }
  }
  const sees = async (page: InPage, keys: Keys): Promise<string> => {
    await joinWithOpenTok(page, keys)
    await seenPictures(page, 1)
    return seenColour(page, colours)
  }
  const hears = async (page: InPage, tone: number): Promise<void> => {
    const heard = await heardTone(page)
    assert.ok(Math.abs(heard - tone) < 12, `${heard} Hz`)
  }

  it('is seen and heard in Chromium, and leaves', async () => {
    const { keys } = await openTokKeys(stage.stack, 'routed')
    const { connectionId } = await add(keys.sessionId, {
      name: 'Ada',
      colour: 'purple',
      hertz: 600,
    })
    const visitor = await newVisitor(stage.browser)
    await visitor.page.goto(stage.bare)
    assert.equal(await sees(visitor.page, keys), 'purple')
    await hears(visitor.page, 600)
    const known = await visitor.page.evaluate(() => {
      const [{ stream }] = Reflect.get(globalThis, 'subscribers')
      return { name: stream.name, data: stream.connection.data }
    })
    assert.deepEqual(known, { name: 'Ada', data: '{"name":"Ada"}' })

    const changed = await listenFor(visitor.page, 'streamPropertyChanged')
    const mute = { method: 'POST', path: `/session/${keys.sessionId}/mute`, body: { active: true } }
    assert.equal((await restRequest(stage.stack, mute)).status, 200)
    const { changedProperty, newValue } = await changed.comes()
    assert.deepEqual([changedProperty, newValue], ['hasAudio', false])
    await heardSilence(visitor.page)
    await moreFrames(visitor.page, 15)

    const left = await listenFor(visitor.page, 'connectionDestroyed')
    const path = `/_emulator/sessions/${keys.sessionId}/participants/${connectionId}`
    const removed = await fetch(stage.stack.emulator + path, { method: 'DELETE' })
    assert.equal(removed.status, 204)
    assert.equal((await left.comes()).connectionId, connectionId)
    assert.deepEqual(unexpected(visitor.errors), [])
    await visitor.close()
  })

  it('is seen and heard in Firefox', async () => {
    assert.ok(firefox)
    const { keys } = await openTokKeys(stage.stack, 'routed')
    await add(keys.sessionId, { colour: 'orange', hertz: 1000 })
    const visitor = await visitWithFirefox(firefox, stage.bare)
    assert.equal(await sees(visitor.page, keys), 'orange')
    // Its audio graph does not run on a machine without loudspeakers.
    await heardSound(visitor.page)
    assert.deepEqual(unexpected(visitor.errors), [])
    await visitor.close()
  })

  it('comes back after the media router has crashed', async () => {
    const { keys } = await openTokKeys(stage.stack, 'routed')
    await add(keys.sessionId, { colour: 'green' })
    const visitor = await newVisitor(stage.browser)
    await visitor.page.goto(stage.bare)
    assert.equal(await sees(visitor.page, keys), 'green')
    await fetch(`${stage.stack.emulator}/_emulator/crash-media`, { method: 'POST' })
    // More than a jitter buffer holds.
    for (let times = 0; times < 4; times += 1) await seenPictures(visitor.page, 1)
    await hears(visitor.page, 440)
    assert.deepEqual(unexpected(visitor.errors), [])
    await visitor.close()
  })

  it('is in an archive, with nobody else in the session', async (test) => {
    const folder = await mkdtemp(join(tmpdir(), 'participants-'))
    test.after(() => rm(folder, { recursive: true }))
    const { keys } = await openTokKeys(stage.stack, 'routed')
    await add(keys.sessionId, { colour: 'teal', hertz: 600 })
    const ask = async (method: string, path: string, body?: object) => {
      const answer = await restRequest(stage.stack, { method, path, ...(body && { body }) })
      assert.equal(answer.status, 200)
      return answer.body
    }
    const { id } = await ask('POST', '/archive', { sessionId: keys.sessionId })
    await wait(4000)
    let archive = await ask('POST', `/archive/${String(id)}/stop`)
    while (archive['status'] === 'stopped') {
      await wait(200)
      archive = await ask('GET', `/archive/${String(id)}`)
    }
    const film = join(folder, 'film.mp4')
    const file = await fetch(String(archive['url']))
    await writeFile(film, Buffer.from(await file.arrayBuffer()))

    const seen = coloursAt(film, { x: 320, y: 240 }).slice(25)
    const isTeal = (colour: Rgb): boolean =>
      colours.teal.every((part, index) => Math.abs(part - Number(colour[index])) < 24)
    assert.ok(seen.filter(isTeal).length > seen.length / 2)
    // The bar passes.
    assert.ok(seen.some((colour) => nameOf(colour) === 'white'))
    const beeps = beepsIn(film, 600)
    assert.ok(beeps.length >= 3, `${beeps.length} beeps`)
  })
})
