import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { describe, it } from 'node:test'
import { SignJWT } from 'jose'
import {
  accountKey,
  accountSecret,
  apiKey,
  apiSecret,
  applicationId,
  otherKey,
  otherSecret,
  privateKey,
  publicKey,
  testApp,
} from '../testing/app.ts'
import type { Endpoint } from './endpoint.ts'
import { endpoints } from './endpoints.ts'

const { app } = testApp()
const now = Math.floor(Date.now() / 1000)
const project = { iss: apiKey, ist: 'project', iat: now, exp: now + 60 }
const application = { application_id: applicationId, iat: now, exp: now + 60 }
const administrator = { iss: accountKey, ist: 'account', iat: now, exp: now + 60 }
const client = { scope: 'session.connect', session_id: '2_x', role: 'moderator' }

async function sign(claims: object, key: string | KeyObject, alg = 'HS256'): Promise<string> {
  const secret = typeof key === 'string' ? new TextEncoder().encode(key) : key
  return new SignJWT({ ...claims }).setProtectedHeader({ alg, typ: 'JWT' }).sign(secret)
}

function base64url(value: string): string {
  return Buffer.from(value).toString('base64url')
}

/** A token with any header, signed with HMAC and any bytes, as no library would. */
function forge(header: object, claims: object, key: string): string {
  const signed = [header, claims].map((part) => base64url(JSON.stringify(part))).join('.')
  return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`
}

const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()

/** What must not open an endpoint of a project, and what is said of it. */
const forProjects: readonly (readonly [string, string | undefined, RegExp])[] = [
  ['nothing', undefined, /^No suitable authentication/],
  ['no JWT', 'garbage', /^No suitable authentication/],
  ['a wrong secret', await sign(project, 'wrong'.repeat(8)), /^Invalid signature/],
  ['an unknown key', await sign({ ...project, iss: '1' }, apiSecret), /^Issuer not found/],
  ['an expired token', await sign({ ...project, exp: now - 1 }, apiSecret), /^Token has expired/],
  ['a token from the future', await sign({ ...project, iat: now + 60 }, apiSecret), /^issued time/],
  ['no time of issue', await sign({ ...project, iat: undefined }, apiSecret), /^No suitable/],
  ['no expiry', await sign({ ...project, exp: undefined }, apiSecret), /^No suitable/],
  [
    'the algorithm none',
    `${base64url('{"alg":"none"}')}.${base64url(JSON.stringify(project))}.`,
    /^Invalid signature/,
  ],
  [
    'HMAC with the public key of an application',
    forge({ alg: 'HS256', typ: 'JWT' }, application, pem),
    /^Invalid signature/,
  ],
  [
    'RS256 in the name of a project',
    await sign(project, privateKey, 'RS256'),
    /^Invalid signature/,
  ],
  ['another HMAC', await sign(project, apiSecret.repeat(2), 'HS512'), /^Invalid signature/],
  ['a client token', await sign({ ...project, ...client }, apiSecret), /^No suitable/],
  [
    'a client token of an application',
    await sign({ ...application, ...client }, privateKey, 'RS256'),
    /^No suitable/,
  ],
  [
    "another project's key in the path",
    await sign({ ...project, iss: otherKey }, otherSecret),
    /the path names another/,
  ],
  [
    "an application's token below a project",
    await sign(application, privateKey, 'RS256'),
    /the path names another/,
  ],
  ['an administrator', await sign(administrator, accountSecret), /of a project or an application/],
]

const forAdministrators: typeof forProjects = [
  ['nothing', undefined, /^No suitable authentication/],
  ['a wrong secret', await sign(administrator, apiSecret), /^Invalid signature/],
  ['a project', await sign(project, apiSecret), /^Only an administrator/],
  ['an application', await sign(application, privateKey, 'RS256'), /^Only an administrator/],
  [
    'the claim of a project',
    await sign({ ...administrator, ist: 'project' }, accountSecret),
    /^No suitable/,
  ],
]

async function call({ method, path }: Endpoint, headers: Record<string, string>) {
  const url = path.replace(':key', apiKey).replaceAll(/:\w+/g, 'some')
  const init = { method, headers: { 'content-type': 'application/json', ...headers } }
  const response = await app.request(url, method === 'GET' ? init : { ...init, body: '{}' })
  return { status: response.status, body: JSON.parse((await response.text()) || '{}') }
}

for (const [who, cases, concerned] of [
  ['a project', forProjects, endpoints.filter(({ by }) => by === undefined)],
  ['an administrator', forAdministrators, endpoints.filter(({ by }) => by !== undefined)],
] as const) {
  describe(`every endpoint of ${who}`, () => {
    for (const [name, token, message] of cases) {
      it(`refuses ${name} with 403, in either header`, async () => {
        for (const endpoint of concerned) {
          for (const headers of headersWith(token)) {
            const { status, body } = await call(endpoint, headers)
            const seen = `${endpoint.method} ${endpoint.path}: ${JSON.stringify(body)}`
            assert.equal(status, 403, seen)
            assert.equal(body.code, -1, seen)
            assert.match(body.message, message, seen)
            assert.doesNotMatch(seen, new RegExp(`${apiSecret}|${accountSecret}`))
          }
        }
      })
    }
  })
}

function headersWith(token: string | undefined): readonly Record<string, string>[] {
  return token === undefined
    ? [{}]
    : [{ 'x-opentok-auth': token }, { authorization: `Bearer ${token}` }]
}
