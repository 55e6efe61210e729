interface Policy {
  createScriptURL(url: string): unknown
}

interface TrustedTypes {
  readonly defaultPolicy: unknown
  createPolicy(
    name: string,
    rules: {
      createScriptURL?(url: string): string
      createHTML?(html: string): string | undefined
    },
  ): Policy
}

let policy: Policy | undefined

/**
 * An address as a page with `require-trusted-types-for 'script'` wants it, by a policy named `ot-room`.
 *
 * The address is the page's own: whoever writes its HTML or its code chooses it, never a visitor or a backend.
 */
export function trustedUrl(url: string): unknown {
  policy ??= trustedTypes()?.createPolicy('ot-room', { createScriptURL: (given) => given })
  return policy ? policy.createScriptURL(url) : url
}

/**
 * Lets OpenTok.js 2.35 write a sentence into each video element it makes, by a default policy that lets through
 * text without any markup and nothing else; a page that has a default policy of its own decides itself.
 */
export function allowPlainText(): void {
  const types = trustedTypes()
  if (!types || types.defaultPolicy) return
  const createHTML = (html: string): string | undefined => (/[<>&]/.test(html) ? undefined : html)
  try {
    types.createPolicy('default', { createHTML })
  } catch {
    // The page's policy does not list it: it may not enforce trusted types at all.
  }
}

function trustedTypes(): TrustedTypes | undefined {
  return Reflect.get(globalThis, 'trustedTypes') as TrustedTypes | undefined
}
