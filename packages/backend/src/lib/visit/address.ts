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
  return typeof remoteAddress === 'string' ? remoteAddress : undefined
}
