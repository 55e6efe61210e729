import type { Account } from '../platform/accounts.ts'
import type { Platform } from '../platform/platform.ts'
import type { Supported } from '../support.ts'
import type { JsonObject } from '../wire/json.ts'

/** One operation of the platform's REST API. */
export interface Endpoint extends Supported {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** As Hono writes it; below `/v2/project/:key` it is only for the account with that key. */
  readonly path: string
  /** Whether an administrator of accounts calls it, in place of a project or an application. */
  readonly by?: 'administrator'
  readonly answer: (call: Call) => Response | Promise<Response>
}

/** One authenticated request, and what it takes to answer it. */
export interface Call {
  readonly platform: Platform
  /** Whose request this is. */
  readonly account: Account
  /** A part of the path by its name; empty when the path has no such part. */
  param(name: string): string
  /** A parameter of the query; absent when it is not there. */
  query(name: string): string | undefined
  /** The JSON that was sent; empty when nothing was. */
  readonly body: JsonObject
  /** Where the caller found the emulator, for links: `http://127.0.0.1:4848`. */
  readonly origin: string
}

/** An answer with JSON. */
export function ok(body: unknown, status: 200 | 202 = 200): Response {
  return Response.json(body, { status })
}

/** An answer without a body. */
export function noContent(): Response {
  return new Response(null, { status: 204 })
}
