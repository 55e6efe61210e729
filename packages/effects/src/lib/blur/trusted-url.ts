interface Policy {
  createScriptURL(url: string): unknown
}

let policy: Policy | undefined

/** An address as a page with `require-trusted-types-for 'script'` wants it, by a policy named `ot-room-effects`. */
export function trustedUrl(url: string): string {
  const types: unknown = Reflect.get(globalThis, 'trustedTypes')
  policy ??= isFactory(types)
    ? types.createPolicy('ot-room-effects', { createScriptURL: (given) => given })
    : undefined
  // TypeScript takes strings alone; the browser takes what the policy makes.
  return policy ? (policy.createScriptURL(url) as string) : url
}

interface Factory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy
}

function isFactory(value: unknown): value is Factory {
  return typeof value === 'object' && value !== null && 'createPolicy' in value
}
