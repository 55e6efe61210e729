// `npm run load -- --url https://rooms.example`: joins a running backend as fast as it answers, and tells how it did.
import { parseArgs } from 'node:util'
import { fire } from './volley.ts'

const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    rooms: { type: 'string', default: '10' },
    'at-once': { type: 'string', default: '50' },
    seconds: { type: 'string', default: '10' },
    header: { type: 'string', multiple: true, default: [] },
    help: { type: 'boolean', default: false },
  },
})

if (values.help || values.url === undefined || !URL.canParse(values.url)) {
  process.stdout.write(`npm run load -- --url URL [options]

  --url URL        where the backend is; only what is yours
  --rooms N        how many rooms are joined, default 10; their names are new each time
  --at-once N      how many joins are on their way at the same time, default 50
  --seconds N      default 10
  --header TEXT    sent along, "authorization: Bearer …"; may be repeated

Ends with 1 when a room was given more than one session.
`)
  process.exit(values.help ? 0 : 2)
}

const url = values.url.replace(/\/$/, '')
const rooms = whole('rooms')
const run = Date.now().toString(36)
const headers = new Headers(values.header.map((line): [string, string] => split(line)))
headers.set('content-type', 'application/json')

const { answers, perSecond, outcomes, sessions, latency } = await fire({
  atOnce: whole('at-once'),
  seconds: whole('seconds'),
  async join(n) {
    const room = `load-${run}-${n % rooms}`
    const init = { method: 'POST', headers, body: JSON.stringify({ name: `Visitor ${n}` }) }
    return { room, response: await fetch(`${url}/rooms/${room}/join`, init) }
  },
})

const torn = [...sessions].filter(([, { size }]) => size > 1)
console.log(`${answers} joins, ${perSecond.toFixed(0)} a second`)
console.table(outcomes)
console.table({ 'milliseconds to an answer': rounded(latency) })
console.log(`${sessions.size} rooms, ${torn.length} of them with more than one session`)
process.exit(torn.length > 0 ? 1 : 0)

function whole(name: 'rooms' | 'at-once' | 'seconds'): number {
  const value = Number(values[name])
  if (Number.isInteger(value) && value > 0) return value
  process.stderr.write(`--${name} must be a whole number above 0.\n`)
  return process.exit(2)
}

function split(line: string): [string, string] {
  const at = line.indexOf(':')
  return [line.slice(0, at).trim(), line.slice(at + 1).trim()]
}

function rounded(latency: Record<string, number>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(latency).map(([name, value]) => [name, Number(value.toFixed(1))]),
  )
}
