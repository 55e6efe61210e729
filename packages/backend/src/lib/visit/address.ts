import { fields } from '../fields.ts'

/**
 * Tells the network address a request comes from, or undefined; `env` is what the runtime handed to
 * `fetch`. A header that a visitor can write is no address.
 */
export type AddressOf = (request: Request, env: unknown) => string | undefined

/** The address that Cloudflare saw; only right behind Cloudflare. */
export const cloudflareAddress: AddressOf = (request) =>
  request.headers.get('cf-connecting-ip') ?? undefined

/** The other end of the socket, on Node with @hono/node-server; only right without a proxy. */
export const socketAddress: AddressOf = (_request, env) => {
  // Not by fields(): a socket's own properties do not include those of its class.
  const incoming = fields(env).incoming as { socket?: { remoteAddress?: unknown } } | undefined
  const remoteAddress = incoming?.socket?.remoteAddress
  return typeof remoteAddress === 'string' ? remoteAddress.replace(/^::ffff:/, '') : undefined
}

/**
 * The address that the outermost of `proxies` trusted proxies saw: the one so many places from the
 * end of `X-Forwarded-For`. What stands before it was written by the visitor.
 */
export function forwardedAddress({ proxies = 1 }: { readonly proxies?: number } = {}): AddressOf {
  if (!Number.isInteger(proxies) || proxies < 1) {
    throw new TypeError('proxies is how many proxies of yours stand in front, at least 1.')
  }
  return (request) =>
    request.headers
      .get('x-forwarded-for')
      ?.split(',')
      .map((part) => part.trim())
      .at(-proxies)
}

/** An address that the platform takes as a hint: IPv4, and no private network. */
export function hintOf(address: string | undefined): string | undefined {
  const parts = address?.split('.').map(Number) ?? []
  const [first = 0, second = 0] = parts
  const written =
    parts.length === 4 && parts.every((part) => Number.isInteger(part) && part >= 0 && part < 256)
  const reserved =
    first === 0 ||
    first === 10 ||
    first === 127 ||
    first >= 224 ||
    (first === 100 && second >= 64 && second < 128) ||
    (first === 169 && second === 254) ||
    (first === 172 && second >= 16 && second < 32) ||
    (first === 192 && second === 168)
  return written && !reserved ? address : undefined
}
