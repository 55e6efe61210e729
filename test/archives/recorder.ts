import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { newVisitor, startBrowser, withScreen, type Visitor } from '../support/browser.ts'
import { flash } from '../support/flashing.ts'
import { joinWithOpenTok, type Keys } from '../support/opentok-client.ts'
import { restRequest } from '../support/rest.ts'
import { useStage, type Stage } from '../support/stage.ts'

export type Archive = { id: string; status: string; url: string; duration: number; size: number }

/** What people are known by in a recording. */
export const appearances = {
  red: { colour: 'red', tone: 440 },
  blue: { colour: 'blue', tone: 1000 },
} as const

/** People who can be told apart, and the archives of their sessions. */
export type Recorder = {
  readonly stage: Stage
  /** Where files may be put. */
  readonly folder: string
  enter(keys: Keys, source: 'screen' | keyof typeof appearances): Promise<Visitor>
  start(options: { sessionId: string } & Record<string, unknown>): Promise<Archive>
  /** Stops it and fetches its file. */
  finish(archive: Archive, file: string): Promise<Archive>
}

/** Sets up before the tests of a `describe` and clears away after them. */
export function useRecorder(): Recorder {
  const stage = useStage()
  let folder = ''
  let browser: Browser | undefined
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'archives-'))
    browser = await startBrowser(...withScreen)
  })
  after(async () => {
    await browser?.close()
    await rm(folder, { recursive: true })
  })

  const ask = async (method: string, path: string, body?: object): Promise<Archive> => {
    const answer = await restRequest(stage.stack, { method, path, ...(body && { body }) })
    assert.equal(answer.status, 200, JSON.stringify(answer.body))
    return answer.body as unknown as Archive
  }
  return {
    stage,
    get folder() {
      return folder
    },
    enter: async (keys, source) => {
      assert.ok(browser)
      const visitor = await newVisitor(browser)
      await visitor.page.goto(stage.bare)
      if (source !== 'screen') await flash(visitor.page, appearances[source])
      const publisher = { source: source === 'screen' ? source : 'flashing' } as const
      await joinWithOpenTok(visitor.page, keys, { publisher })
      return visitor
    },
    start: (options) => ask('POST', '/archive', options),
    finish: async ({ id }, file) => {
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
    },
  }
}
