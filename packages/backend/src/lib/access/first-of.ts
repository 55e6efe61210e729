import type { Authorize, Decision } from './decision.ts'

/** A rule that asks several, in order, until one lets the visitor in; if none does, the last one's reason counts. */
export function firstOf(...rules: readonly [Authorize, ...Authorize[]]): Authorize {
  return async (request, room) => {
    let decision: Decision = { allow: false }
    for (const rule of rules) {
      decision = await rule(request.clone(), room)
      if (decision.allow) break
    }
    return decision
  }
}
