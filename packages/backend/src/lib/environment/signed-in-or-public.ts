import type { JWTPayload } from 'jose'
import { signedIn } from '../access/signed-in.ts'
import { everybody, publicRooms } from './admission.ts'
import type { Admission, AdmissionReader } from './admission.ts'
import { listOf, textOf } from './variables.ts'
import type { Environment } from './variables.ts'

const signIn = {
  keys: 'OT_SIGN_IN_KEYS',
  issuer: 'OT_SIGN_IN_ISSUER',
  audience: 'OT_SIGN_IN_AUDIENCE',
} as const

/** Whoever is signed in at an OpenID provider, where one is named, and otherwise everybody, which has to be said. */
export const signedInOrPublic: AdmissionReader = {
  variables: [...publicRooms.variables, ...Object.values(signIn), 'OT_HOSTS'],
  read: readAdmission,
}

function readAdmission(env: Environment): Admission {
  const given = Object.values(signIn).filter((name) => textOf(env, name) !== '')
  const isPublic = textOf(env, 'OT_PUBLIC_ROOMS')
  if (given.length === 0) {
    if (textOf(env, 'OT_HOSTS') !== '') {
      throw new Error(`OT_HOSTS needs ${Object.values(signIn).join(', ')}.`)
    }
    if (isPublic === '1') return everybody(env)
    throw new Error(
      'OT_PUBLIC_ROOMS must be 1 to let everybody join. ' +
        `To let in who is signed in, set ${Object.values(signIn).join(', ')} instead.`,
    )
  }
  if (isPublic !== '') throw new Error(`Set OT_PUBLIC_ROOMS or ${given.join(', ')}, not both.`)
  if (textOf(env, 'OT_HOST_KEY') !== '') {
    throw new Error('OT_HOST_KEY is for public rooms. Name the hosts in OT_HOSTS.')
  }
  const missing = Object.values(signIn).find((name) => !given.includes(name))
  if (missing !== undefined) throw new Error(`${missing} is missing.`)
  const keys = textOf(env, signIn.keys)
  if (!URL.canParse(keys) || new URL(keys).protocol !== 'https:') {
    throw new Error(`${signIn.keys} must be the https address of a JSON Web Key Set.`)
  }
  const issuer = textOf(env, signIn.issuer)
  const audience = textOf(env, signIn.audience)
  const hosts = new Set(listOf(env, 'OT_HOSTS'))
  return { authorize: signedIn({ keys, issuer, audience, isHost: isAmong(hosts) }) }
}

/** By the id at the identity provider, or by an address that the provider has verified. */
function isAmong(hosts: ReadonlySet<string>): (claims: JWTPayload) => boolean {
  return ({ sub, email, email_verified: isVerified }) =>
    (sub !== undefined && hosts.has(sub)) ||
    (isVerified === true && typeof email === 'string' && hosts.has(email))
}
