import { hintOf } from '../visit/network.ts'
import { opennessOfAll } from './opening.ts'
import type { Opening } from './opening.ts'
import { unlimited } from './room-rules.ts'
import type { DefaultRules, RulesFor } from './room-rules.ts'
import type { RoomPolicy, RoomRules } from './room-policy.ts'

/**
 * Every policy whose pattern matches holds. Where several limit the same thing the narrowest limit
 * holds, so that a policy can never widen another; what a session is, the first one that says so decides.
 */
export function rulesFor(policies: readonly RoomPolicy[], defaults: DefaultRules): RulesFor {
  const matchers = policies.map((policy) => ({ policy, matches: matcherOf(policy.rooms) }))
  return (room) => {
    const beginning: Draft = { ...unlimited(defaults), sessionIsSaid: false, openings: [] }
    const {
      openings,
      sessionIsSaid: _,
      ...rules
    } = matchers.filter(({ matches }) => matches(room)).reduce(narrowed, beginning)
    return { ...rules, openness: (now) => opennessOfAll(openings, now) }
  }
}

interface Draft extends RoomRules {
  readonly sessionIsSaid: boolean
  readonly openings: readonly Opening[]
}

function narrowed(rules: Draft, { policy }: { readonly policy: RoomPolicy }): Draft {
  const { session, opening, features } = policy
  const first = session !== undefined && !rules.sessionIsSaid
  return {
    ...rules,
    session: first ? session : rules.session,
    sessionIsSaid: rules.sessionIsSaid || first,
    locate: policy.nearFirstVisitor === true ? hintOf : rules.locate,
    sessionLifetime: smallest(rules.sessionLifetime, policy.sessionLifetime),
    tokenLifetime: Math.min(rules.tokenLifetime, policy.tokenLifetime ?? Infinity),
    maxPeople: Math.min(rules.maxPeople, policy.maxPeople ?? Infinity),
    openings: opening === undefined ? rules.openings : [...rules.openings, opening],
    hostStarts: rules.hostStarts || policy.hostStarts === true,
    features: features === undefined ? rules.features : both(rules.features, features),
  }
}

function smallest(one: number | undefined, other: number | undefined): number | undefined {
  const least = Math.min(one ?? Infinity, other ?? Infinity)
  return least === Infinity ? undefined : least
}

function both(one: ReadonlySet<string> | undefined, other: readonly string[]): ReadonlySet<string> {
  return new Set(other.filter((name) => one === undefined || one.has(name)))
}

function matcherOf(pattern: string): (room: string) => boolean {
  const [first = '', ...rest] = pattern.normalize('NFKC').toLowerCase().split('*')
  return (room) => {
    if (!room.startsWith(first)) return false
    if (rest.length === 0) return room.length === first.length
    // Each piece is looked for once, from left to right: no pattern can make this slow.
    let from = first.length
    for (const piece of rest.slice(0, -1)) {
      const at = room.indexOf(piece, from)
      if (at === -1) return false
      from = at + piece.length
    }
    const last = rest.at(-1) ?? ''
    return room.length - last.length >= from && room.endsWith(last)
  }
}
