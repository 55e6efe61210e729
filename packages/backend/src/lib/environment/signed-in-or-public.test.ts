import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { signedInOrPublic } from './signed-in-or-public.ts'

const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })

const signIn = {
  OT_SIGN_IN_KEYS: 'https://login.example/jwks',
  OT_SIGN_IN_ISSUER: 'https://login.example',
  OT_SIGN_IN_AUDIENCE: 'rooms',
}

test('what is missing or contradicts is said in one line that names the variable', () => {
  const wrong: readonly [env: Record<string, string>, reason: RegExp][] = [
    [{}, /^OT_PUBLIC_ROOMS must be 1 .*OT_SIGN_IN_KEYS, OT_SIGN_IN_ISSUER, OT_SIGN_IN_AUDIENCE/],
    [{ ...signIn, OT_PUBLIC_ROOMS: '1' }, /OT_PUBLIC_ROOMS or OT_SIGN_IN_KEYS.*not both/],
    [{ OT_HOSTS: 'user-1', OT_PUBLIC_ROOMS: '1' }, /^OT_HOSTS needs OT_SIGN_IN_KEYS/],
    [{ ...signIn, OT_HOST_KEY: 'x'.repeat(32) }, /^OT_HOST_KEY is for public rooms/],
    [{ ...signIn, OT_SIGN_IN_ISSUER: '' }, /^OT_SIGN_IN_ISSUER is missing/],
    [{ ...signIn, OT_SIGN_IN_KEYS: 'http://login.example' }, /OT_SIGN_IN_KEYS must be the https/],
  ]
  for (const [env, message] of wrong) assert.throws(() => signedInOrPublic.read(env), { message })
  assert.deepEqual(signedInOrPublic.read({ OT_PUBLIC_ROOMS: '1' }), { public: true })
})

test('hosts are named by their id, or by an address that their provider has verified', async (t) => {
  const keys = [{ ...(await exportJWK(publicKey)), alg: 'RS256' }]
  t.mock.method(globalThis, 'fetch', async () => Response.json({ keys }))
  const { authorize } = signedInOrPublic.read({
    ...signIn,
    OT_HOSTS: 'user-1, grace@site.example',
  })
  const roleOf = async (sub: string, claims: Record<string, unknown> = {}) => {
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256' })
      .setIssuer('https://login.example')
      .setAudience('rooms')
      .setSubject(sub)
      .setExpirationTime('5 minutes')
      .sign(privateKey)
    const headers = { Authorization: `Bearer ${token}` }
    const decision = await authorize?.(new Request('https://rooms.example/', { headers }), 'tea')
    return decision?.allow === true ? decision.role : decision
  }
  const email = 'grace@site.example'
  assert.equal(await roleOf('user-1'), 'moderator')
  assert.equal(await roleOf('user-2'), 'publisher')
  assert.equal(await roleOf('user-3', { email, email_verified: true }), 'moderator')
  assert.equal(await roleOf('user-4', { email }), 'publisher')
  assert.equal(await roleOf('user-5', { email, email_verified: 'true' }), 'publisher')
  const stranger = await authorize?.(new Request('https://rooms.example/'), 'tea')
  assert.deepEqual(stranger, { allow: false, status: 401 })
})
