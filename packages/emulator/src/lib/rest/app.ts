import { Hono } from 'hono'
import type { Context } from 'hono'
import { restTokenOf, verifyRestToken } from '../auth/rest-token.ts'
import { refusal } from './refusal.ts'
import type { Account } from '../platform/accounts.ts'
import type { Platform } from '../platform/platform.ts'
import { accepted, refused } from '../verdict.ts'
import type { Verdict } from '../verdict.ts'
import { isDeeperThan, isJsonObject } from '../wire/json.ts'
import type { Json, JsonObject } from '../wire/json.ts'
import type { Call, Endpoint } from './endpoint.ts'
import { endpoints } from './endpoints.ts'

// Far more than any request needs; writing JSON recurses where parsing does not.
const deepest = 32

/** The platform's REST API: who asks and what was sent is checked here, once for all endpoints. */
export function restApi(platform: Platform): Hono {
  const app = new Hono()
  for (const endpoint of endpoints) {
    app.on(endpoint.method, endpoint.path, async (context) => {
      const token = restTokenOf(context.req.raw.headers)
      const author = await verifyRestToken(token, {
        accounts: platform.accounts,
        now: platform.clock.now(),
      })
      if (!author.ok) return refusal(403, author)
      const trespass = trespassOf(endpoint, author.value, context.req.param('key'))
      if (trespass !== undefined) return refusal(403, { message: trespass })

      const body = readJson(await context.req.text())
      if (!body.ok) return refusal(400, body)
      return endpoint.answer(callOf(context, { platform, account: author.value, body: body.value }))
    })
  }
  return app
}

/** What speaks against this account calling this endpoint below that key. */
function trespassOf(
  { by }: Endpoint,
  { type, key }: Account,
  path: string | undefined,
): string | undefined {
  const wanted = by ?? 'project'
  if (wanted === 'administrator') {
    return type === wanted ? undefined : 'Only an administrator of the account may do this'
  }
  if (type === 'administrator') return 'The token of a project or an application is needed'
  return path === key ? undefined : `The token is of ${key}, the path names another`
}

function readJson(text: string): Verdict<JsonObject> {
  // SDKs send requests that need nothing with an empty body.
  if (text === '') return accepted({})
  try {
    const value: Json = JSON.parse(text)
    if (isJsonObject(value) && !isDeeperThan(value, deepest)) return accepted(value)
  } catch {
    // Said below, together with JSON that is something else.
  }
  return refused('Invalid request: the body must be a JSON object')
}

function callOf(context: Context, parts: Pick<Call, 'platform' | 'account' | 'body'>): Call {
  return {
    ...parts,
    param: (name: string) => context.req.param(name) ?? '',
    query: (name: string) => context.req.query(name),
    origin: new URL(context.req.url).origin,
  }
}
