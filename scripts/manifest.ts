// Writes `packages/elements/custom-elements.json`, which tells editors what the elements have; `--check` says whether it is up to date.
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { format, resolveConfig } from 'prettier'

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } })
const cwd = join(import.meta.dirname, '../packages/elements')
const file = join(cwd, 'custom-elements.json')
const outdir = 'node_modules/.manifest'

const analyze = ['analyze', '--config', 'custom-elements-manifest.config.js', '--outdir', outdir]
const { status, stderr, error } = spawnSync(join(cwd, 'node_modules/.bin/cem'), analyze, {
  cwd,
  encoding: 'utf8',
})
if (status !== 0) throw new Error(`The elements could not be read: ${stderr}`, { cause: error })
const made = join(cwd, outdir)
const text = readFileSync(join(made, 'custom-elements.json'), 'utf8')
rmSync(made, { recursive: true })
const manifest = await format(text, { ...(await resolveConfig(file)), parser: 'json' })

if (!values.check) writeFileSync(file, manifest)
else if (readFileSync(file, 'utf8') !== manifest) {
  process.stderr.write(
    'custom-elements.json is not what the elements say: write it with "npm run docs".\n',
  )
  process.exit(1)
}
