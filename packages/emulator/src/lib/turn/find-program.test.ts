import assert from 'node:assert/strict'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { findProgram } from './find-program.ts'

describe('a program', () => {
  let folder = ''
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'emulator-'))
    for (const name of ['a', 'b']) {
      await mkdir(join(folder, name))
      await writeFile(join(folder, name, 'turn'), '')
    }
    await mkdir(join(folder, 'a/folder'))
    await chmod(join(folder, 'b/turn'), 0o755)
  })
  after(() => rm(folder, { recursive: true }))

  it('is the first one on the PATH that can be run', async () => {
    const path = [join(folder, 'none'), join(folder, 'a'), join(folder, 'b')].join(delimiter)
    assert.equal(await findProgram('turn', path), join(folder, 'b/turn'))
    assert.equal(await findProgram('folder', path), undefined)
    assert.equal(await findProgram('other', path), undefined)
    assert.equal(await findProgram('turn', ''), undefined)
  })

  it('is a file when it is called by its path', async () => {
    assert.equal(await findProgram(join(folder, 'b/turn'), ''), join(folder, 'b/turn'))
    assert.equal(await findProgram(join(folder, 'a/turn'), ''), undefined)
  })
})
