import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { controlEndpoints } from '../http/emulator-api/emulator-api.ts'
import { services } from '../http/services.ts'
import { endpoints } from '../rest/endpoints.ts'
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
    const served = testApp()
      .app.routes.filter(({ method }) => method !== 'ALL')
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
