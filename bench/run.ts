// `npm run bench`: prints each figure beside its baseline from the same run and writes bench/results.json.
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { requireBrowser } from '../scripts/browser.ts'
import { benchJoin } from './join.ts'
import { summary, type Figure } from './figure.ts'

process.env['CHROME_PATH'] = requireBrowser()
const figures: Figure[] = [await benchJoin({ runs: Number(process.argv[2] ?? 10) })]

const rows = figures.flatMap((figure) => [
  { figure: figure.name, what: figure.ours.what, ...summary(figure.ours.milliseconds) },
  { figure: '', what: figure.baseline.what, ...summary(figure.baseline.milliseconds) },
])
console.table(rows)
for (const { name, ours, baseline } of figures) {
  const ratio = summary(ours.milliseconds).median / summary(baseline.milliseconds).median
  console.log(`${name}: ${ratio.toFixed(2)} times the baseline (median)`)
}
const machine = { cpus: cpus().length, model: cpus()[0]?.model, node: process.version }
const results = { measuredAt: new Date().toISOString(), machine, figures }
writeFileSync(join(import.meta.dirname, 'results.json'), `${JSON.stringify(results, null, 2)}\n`)
