// `npm run fuzz`: a million frames and requests against a running emulator, the same ones for the same `--seed`.
import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { fuzz } from './fuzz.ts'
import { faultsOf } from './verdict.ts'

const { values } = parseArgs({
  options: { seed: { type: 'string' }, count: { type: 'string', default: '1000000' } },
})
const seed = Number(values.seed ?? randomInt(2 ** 32))
const count = Number(values.count)
if (!Number.isInteger(seed) || !Number.isInteger(count)) {
  throw new Error('Give --seed and --count as whole numbers.')
}

console.log(`seed ${seed}: repeat with  npm run fuzz -- --seed ${seed} --count ${count}`)
const started = performance.now()
const found = await fuzz({ seed, count })
const faults = faultsOf(found)
for (const fault of faults) console.log(`\nFAULT  ${fault}`)
const { frames, requests, statuses, isAlive, testimony, heap } = found
console.log({ frames, requests, statuses, isAlive, testimony, heap })
console.log(`${faults.length} faults in ${Math.round((performance.now() - started) / 1000)} s`)
process.exitCode = faults.length > 0 ? 1 : 0
