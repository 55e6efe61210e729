import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { controlEndpoints } from '../http/emulator-api/emulator-api.ts'
import { services } from '../http/services.ts'
import { endpoints } from '../rest/endpoints.ts'
import { root as consoleRoot } from '../console/paths.ts'
import { testApp } from '../testing/app.ts'
import { withTables } from './readme.ts'

describe('the README', () => {
  it('lists what the code does; `npm run docs` writes it anew', async () => {
    const readme = await readFile(join(import.meta.dirname, '../../../README.md'), 'utf8')
    assert.equal(plain(readme), plain(withTables(readme)))
  })

  it('lists every route there is, and no other', () => {
    const listed = [...services, ...endpoints, ...controlEndpoints].map(
      ({ method, path }) => `${method} ${path}`,
    )
    // The pages of the console are for people, not for programs.
    const isPage = (path: string) => path === '/' || path.startsWith(consoleRoot)
    const served = testApp()
      .app.routes.filter(({ method, path }) => method !== 'ALL' && !isPage(path))
      .map(({ method, path }) => `${method} ${path}`)
    assert.deepEqual(served.toSorted(), listed.toSorted())
  })

  it('says what is missing behind everything that is not full', () => {
    const silent = [...services, ...endpoints].filter(
      ({ support, note = '' }) => support !== 'full' && note === '',
    )
    assert.deepEqual(silent, [])
  })
})

/** Without the alignment that the formatter gives tables. */
function plain(markdown: string): string {
  return markdown.replaceAll(/ +/g, ' ').replaceAll(/-{3,}/g, '---')
}
