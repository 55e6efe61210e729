/** Takes secrets and tokens out of a text. */
export type Redact = (text: string) => string

const tokens = /eyJ[\w-]*(\.[\w-]*)*|T1==[\w+/=]*/g

/** Makes a function that replaces these secrets, however a URL or JSON writes them, and everything that looks like a token. */
export function redactor(secrets: readonly string[]): Redact {
  const written = secrets
    .filter((secret) => secret !== '')
    .flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
  return (text) =>
    written
      .reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), text)
      .replace(tokens, '[token]')
}

const deepest = 4

/** An error of somebody else's, which may hold the request, and its causes, reduced to what they say. */
export function innerError(error: unknown, redact: Redact): Error | undefined {
  const chain: Error[] = []
  for (let next = error; next instanceof Error && chain.length < deepest; next = next.cause) {
    chain.push(next)
  }
  return chain.reduceRight<Error | undefined>((cause, { name, message, ...rest }) => {
    const copy = new Error(redact(message), cause && { cause })
    copy.name = name
    const code: unknown = 'code' in rest ? rest.code : undefined
    return typeof code === 'string' ? Object.assign(copy, { code: redact(code) }) : copy
  }, undefined)
}
