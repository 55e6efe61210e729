// `npm run churn`: ten minutes of people who come and go in real browsers, and what the emulator holds after them.
import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { requireBrowser } from '../../scripts/browser.ts'
import { churn } from './churn.ts'
import { leaksOf } from './verdict.ts'

const { values } = parseArgs({
  options: { seed: { type: 'string' }, minutes: { type: 'string', default: '10' } },
})
const seed = Number(values.seed ?? randomInt(2 ** 32))
const minutes = Number(values.minutes)
if (!Number.isInteger(seed) || !(minutes > 0)) {
  throw new Error('Give --seed as a whole number and --minutes as a number above 0.')
}
process.env['CHROME_PATH'] = requireBrowser()

const rounds = 5
const secondsPerRound = (minutes * 60) / rounds
console.log(`seed ${seed}: repeat with  npm run churn -- --seed ${seed} --minutes ${minutes}`)
const churned = await churn({ seed, rounds, secondsPerRound, log: console.log })
const leaks = leaksOf(churned)
for (const leak of leaks) console.log(`\nLEAK OR FAULT  ${leak}`)
console.log(churned.acts, `${churned.late} acts came too late`)
console.log(`${leaks.length} leaks and faults in ${rounds} rounds of ${secondsPerRound} s`)
process.exitCode = leaks.length > 0 ? 1 : 0
