import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { beepsIn, coloursAt, coloursIn } from '../support/film.ts'
import { openTokKeys } from '../support/official-sdks.ts'
import { recordCallOfThree } from './call-of-three.ts'
import { appearances, useRecorder } from './recorder.ts'

describe('an archive', { timeout: 110_000 }, () => {
  const recorder = useRecorder()

  it('is a film of who was there, in the layout for their number, with lips and sound together', async () => {
    await recordCallOfThree(recorder, { alone: 4, together: 4, sharing: 4, without: 3 })
  })

  it('has a file for every stream when that was asked for', async () => {
    const { keys, token } = await openTokKeys(recorder.stage.stack, 'routed')
    const alice = await recorder.enter(keys, 'red')
    const archive = await recorder.start({
      sessionId: keys.sessionId,
      outputMode: 'individual',
    })
    await wait(2000)
    const bob = await recorder.enter({ ...keys, token: token() }, 'blue')
    await wait(3000)
    const zip = join(recorder.folder, 'archive.zip')
    await recorder.finish(archive, zip)
    await Promise.all([alice.close(), bob.close()])

    const inside = join(recorder.folder, 'inside')
    execFileSync('unzip', ['-q', zip, '-d', inside])
    const names = await readdir(inside)
    assert.equal(names.filter((name) => name.endsWith('.webm')).length, 2)
    const manifest = JSON.parse(await readFile(join(inside, `${archive.id}.json`), 'utf8')) as {
      files: { filename: string; startTimeOffset: number; stopTimeOffset: number }[]
    }
    for (const { filename, startTimeOffset, stopTimeOffset } of manifest.files) {
      const path = join(inside, filename)
      const centre = coloursIn(coloursAt(path, { x: 320, y: 240 }).slice(5))
      assert.ok(centre.includes('red') || centre.includes('blue'), centre.join())
      const tone = centre.includes('red') ? appearances.red.tone : appearances.blue.tone
      assert.ok(beepsIn(path, tone).length >= 2)
      assert.ok(stopTimeOffset > startTimeOffset)
    }
    const [first, second] = manifest.files
    assert.ok(first && second && second.startTimeOffset - first.startTimeOffset > 1500)
  })
})
