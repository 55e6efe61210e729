import { sessionSettings } from '@ot-room/video-api'
import { fields } from '../fields.ts'
import { weekdays } from './opening.ts'
import type { RoomPolicy } from './room-policy.ts'

/** Checks policies from a configuration; throws TypeError that names the place, `policies[0].maxPeople`. */
export function checkPolicies(given: unknown): readonly RoomPolicy[] {
  if (!Array.isArray(given)) throw new TypeError('policies must be a list.')
  given.forEach((policy: unknown, index) => checkPolicy(policy, `policies[${index}]`))
  return given as RoomPolicy[]
}

type Check = (value: unknown, place: string) => void

function checkPolicy(policy: unknown, place: string): void {
  checkFields(policy, { place, checks: { rooms: pattern, ...optional(limits) } })
}

const limits: Readonly<Record<string, Check>> = {
  session(value, place) {
    if (typeof value !== 'object' || value === null) throw wrong(place, 'an object')
    try {
      sessionSettings(value)
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : 'it contradicts itself'
      throw new TypeError(`${place}: ${reason}`, { cause })
    }
  },
  nearFirstVisitor: boolean,
  sessionLifetime: whole({ from: 60, to: 31_536_000, unit: 'seconds' }),
  tokenLifetime: whole({ from: 30, to: 2_592_000, unit: 'seconds' }),
  maxPeople: whole({ from: 1, to: 3000, unit: 'people' }),
  opening(value, place) {
    const hours = { opens: clock, closes: clock, timeZone, ...optional({ days }) }
    const moments = optional({ from: moment, until: moment })
    checkFields(value, { place, checks: 'opens' in fields(value) ? hours : moments })
  },
  hostStarts: boolean,
  features: listOf((value, place) => {
    if (typeof value !== 'string' || value === '') throw wrong(place, 'the name of a feature')
  }),
}

function checkFields(
  value: unknown,
  { place, checks }: { readonly place: string; readonly checks: Readonly<Record<string, Check>> },
): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw wrong(place, 'an object')
  }
  const given = fields(value)
  for (const name of Object.keys(given)) {
    if (Object.hasOwn(checks, name)) continue
    throw new TypeError(
      `${place}.${name} is not known; known are ${Object.keys(checks).join(', ')}.`,
    )
  }
  for (const [name, check] of Object.entries(checks)) check(given[name], `${place}.${name}`)
}

function optional(checks: Readonly<Record<string, Check>>): Readonly<Record<string, Check>> {
  return Object.fromEntries(
    Object.entries(checks).map(([name, check]): [string, Check] => [
      name,
      (value, place) => value === undefined || check(value, place),
    ]),
  )
}

function pattern(value: unknown, place: string): void {
  if (typeof value !== 'string' || !/^[\p{L}\p{M}\p{N}._*-]{1,64}$/u.test(value)) {
    throw wrong(place, 'a room name, in which * stands for any characters')
  }
}

function boolean(value: unknown, place: string): void {
  if (typeof value !== 'boolean') throw wrong(place, 'true or false')
}

function whole({ from, to, unit }: { from: number; to: number; unit: string }): Check {
  return (value, place) => {
    if (typeof value !== 'number' || !Number.isInteger(value) || value < from || value > to) {
      throw wrong(place, `a whole number of ${unit} from ${from} to ${to}`)
    }
  }
}

function listOf(check: Check): Check {
  return (value, place) => {
    if (!Array.isArray(value)) throw wrong(place, 'a list')
    value.forEach((item, index) => check(item, `${place}[${index}]`))
  }
}

function days(value: unknown, place: string): void {
  listOf((day, place) => {
    if (!weekdays.some((known) => known === day)) {
      throw wrong(place, `one of ${weekdays.join(', ')}`)
    }
  })(value, place)
}

function clock(value: unknown, place: string): void {
  if (typeof value !== 'string' || !/^([01]\d|2[0-3]):[0-5]\d$/.test(value)) {
    throw wrong(place, 'hours and minutes such as 09:00')
  }
}

function moment(value: unknown, place: string): void {
  const zoned = typeof value === 'string' && /T.*(Z|[+-]\d\d:?\d\d)$/.test(value)
  if (!zoned || Number.isNaN(Date.parse(value))) {
    throw wrong(place, 'a moment with its time zone such as 2026-11-24T09:00:00Z')
  }
}

function timeZone(value: unknown, place: string): void {
  try {
    if (typeof value === 'string' && value !== '') {
      return void new Intl.DateTimeFormat('en', { timeZone: value })
    }
  } catch {
    // Said below.
  }
  throw wrong(place, 'a time zone such as Europe/Berlin')
}

function wrong(place: string, expected: string): TypeError {
  return new TypeError(`${place} must be ${expected}.`)
}
