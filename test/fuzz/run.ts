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
const {
  failures: _,
  complaints: __,
  ...findings
} = await fuzz({ seed, count }).then((found) => {
  for (const fault of faultsOf(found)) {
    console.log(`\nFAULT  ${fault}`)
    process.exitCode = 1
  }
  return found
})
console.log(findings)
console.log(`${Math.round((performance.now() - started) / 1000)} s`)
