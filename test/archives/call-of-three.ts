import assert from 'node:assert/strict'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { unexpected } from '../support/browser.ts'
import { beepsIn, coloursAt, coloursIn, durationsOf, flashesIn, nameOf } from '../support/film.ts'
import { openTokKeys } from '../support/official-sdks.ts'
import { appearances, type Recorder } from './recorder.ts'

/** How long each part of the call lasts. */
export type Seconds = {
  /** Alice alone. */
  alone: number
  /** With Bob, who joins late. */
  together: number
  /** With Carol, who shares a screen. */
  sharing: number
  /** After Bob has left. */
  without: number
}

/** What was found, in seconds. */
export type Film = {
  call: number
  video: number
  audio: number
  /** How far flashes are from their beeps, from the earliest to the latest. */
  offsets: number[]
}

/** Records such a call and looks at the film: its length, its layout, its lips and its sound. */
export async function recordCallOfThree(recorder: Recorder, seconds: Seconds): Promise<Film> {
  const { keys, token } = await openTokKeys(recorder.stage.stack, 'routed')
  const alice = await recorder.enter(keys, 'red')
  const started = Date.now()
  const archive = await recorder.start({
    sessionId: keys.sessionId,
    layout: { type: 'bestFit', screenshareType: 'verticalPresentation' },
  })
  await wait(seconds.alone * 1000)
  const bob = await recorder.enter({ ...keys, token: token() }, 'blue')
  await wait(seconds.together * 1000)
  const carol = await recorder.enter({ ...keys, token: token() }, 'screen')
  await wait(seconds.sharing * 1000)
  await bob.close()
  await wait(seconds.without * 1000)
  const length = (Date.now() - started) / 1000
  const film = join(recorder.folder, 'film.mp4')
  const finished = await recorder.finish(archive, film)

  const { video = 0, audio = 0 } = durationsOf(film)
  for (const measured of [video, audio, finished.duration]) {
    assert.ok(Math.abs(measured - length) < 0.5, `${measured} s instead of ${length} s`)
  }
  const [left, right] = [
    { x: 160, y: 240 },
    { x: 480, y: 240 },
  ].map((spot) => coloursAt(film, spot))
  assert.ok(left && right)
  // Alone she has the whole picture; with him they are side by side.
  assert.deepEqual(coloursIn(left.slice(25, 75)), ['red', 'white'])
  assert.deepEqual(coloursIn(right.slice(25, 75)), ['red', 'white'])
  const pair = right.findIndex((colour) => nameOf(colour) === 'blue')
  assert.ok(pair > 75)
  assert.deepEqual(coloursIn(left.slice(pair + 10, pair + 60)), ['red', 'white'])
  assert.deepEqual(coloursIn(right.slice(pair + 10, pair + 60)), ['blue', 'white'])
  // The screen takes most of the picture, and what is left of the others is beside it.
  const shared = right.findIndex((colour, index) => index > pair && nameOf(colour) === 'other')
  assert.ok(shared > pair + 60)
  assert.ok(coloursIn(right.slice(shared + 10, shared + 60)).includes('other'))
  assert.equal(coloursIn(left.slice(-20)).includes('blue'), false)

  const flashes = flashesIn(left)
  const beeps = beepsIn(film, appearances.red.tone)
  assert.ok(beeps.length > 8)
  const offsets = flashes
    .filter((at) => at < shared / 25)
    .map((at) => at - nearest(beeps, at))
    .toSorted((a, b) => a - b)
  assert.ok(offsets.length >= 3)
  // The page itself is late with a picture now and then, so that the one in the middle counts.
  const apart = Math.abs(offsets[offsets.length >> 1] ?? NaN)
  assert.ok(apart <= 0.08, `lips and sound are ${offsets.join(', ')} s apart`)
  for (const { errors } of [alice, carol]) assert.deepEqual(unexpected(errors), [])
  await Promise.all([alice.close(), carol.close()])
  return { call: length, video, audio, offsets }
}

function nearest(times: readonly number[], at: number): number {
  return times.reduce((best, time) => (Math.abs(time - at) < Math.abs(best - at) ? time : best))
}
