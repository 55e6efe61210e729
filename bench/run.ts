// `npm run bench`: prints each figure beside its baseline from the same run and writes bench/results.json.
// Names narrow it: `npm run bench -- signals` takes that one again and leaves the other results as they are.
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { requireBrowser } from '../scripts/browser.ts'
import { benchBackend } from './backend.ts'
import { ratio, type Figure } from './figure.ts'
import { benchLayers } from './layers.ts'
import { benchRouter } from './router.ts'
import { benchSignals } from './signals.ts'
import { benchTokens } from './tokens.ts'
import { benchWeightless } from './weightless.ts'

const benches: Record<string, () => Promise<Figure[]>> = {
  backend: () => benchBackend({ rounds: 5, seconds: 4, atOnce: 32 }),
  layers: () => {
    process.env['CHROME_PATH'] = requireBrowser()
    return benchLayers({ runs: 15 })
  },
  router: benchRouter,
  signals: () => benchSignals({ rooms: 50, members: 20, seconds: 60 }),
  tokens: benchTokens,
  weightless: () => {
    process.env['CHROME_PATH'] = requireBrowser()
    return benchWeightless({ runs: 15 })
  },
}

const file = join(import.meta.dirname, 'results.json')
const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(benches)
const results = JSON.parse(readFileSync(file, 'utf8')) as Record<string, object>

for (const name of wanted) {
  const bench = benches[name]
  if (!bench)
    throw new Error(`There is no bench ${name}; there are ${Object.keys(benches).join(', ')}.`)
  const figures = await bench()
  for (const figure of figures) print(figure)
  results[name] = { measuredAt: new Date().toISOString(), machine: machine(), figures }
}
writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`)

function print(figure: Figure): void {
  const { name, compared, ours, baseline, between = [], note } = figure
  console.log(`\n${name}`)
  console.table([baseline, ...between, ours].map(({ what, values }) => ({ what, ...values })))
  console.log(`${ratio(figure).toFixed(2)} times the baseline (${compared})`)
  if (note !== undefined) console.log(note)
}

function machine(): object {
  return { cpus: cpus().length, model: cpus()[0]?.model, node: process.version }
}
