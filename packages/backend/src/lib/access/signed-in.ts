import { createRemoteJWKSet, jwtVerify } from 'jose'
import type { JWTPayload, JWTVerifyGetKey } from 'jose'
// By itself: in a bundle, all of them together bring the list of all there are.
import { JOSEError, JWKSInvalid, JWKSTimeout } from 'jose/errors'
import { bearer } from './bearer.ts'
import type { Authorize, Decision } from './decision.ts'

/** How people sign in at the site, and who of them are hosts. */
export interface SignedInOptions {
  /** Where the identity provider publishes its keys, or a key set of jose. */
  readonly keys: string | JWTVerifyGetKey
  readonly issuer: string
  /** Whom the tokens are for: this site. */
  readonly audience: string
  /** Default RS256, PS256, ES256 and EdDSA; shared secrets (HS256) are not taken. */
  readonly algorithms?: readonly SignatureAlgorithm[]
  /** Where the token is, default `Authorization: Bearer`. */
  readonly token?: (request: Request) => string | undefined
  /** Who is a host of which room, default nobody. */
  readonly isHost?: (claims: JWTPayload, room: string) => boolean
  /** The name that others see, default the claim `name`. */
  readonly nameOf?: (claims: JWTPayload) => string | undefined
  /** Who may enter which room, default everybody who is signed in. */
  readonly mayEnter?: (claims: JWTPayload, room: string) => boolean
}

export type SignatureAlgorithm = 'RS256' | 'PS256' | 'ES256' | 'EdDSA'

const secure: readonly SignatureAlgorithm[] = ['RS256', 'PS256', 'ES256', 'EdDSA']

/**
 * A rule for people who are signed in at an OpenID provider: their JWT is verified by its keys (JWKS).
 * The claim `sub` is their id. Throws TypeError for options with which anybody could sign in.
 */
export function signedIn(options: SignedInOptions): Authorize {
  const { issuer, audience, algorithms = secure, token: tokenOf = bearer } = options
  const { isHost = () => false, mayEnter = () => true } = options
  const nameOf = options.nameOf ?? (({ name }) => (typeof name === 'string' ? name : undefined))
  if (!issuer || !audience) throw new TypeError('signedIn needs the issuer and the audience.')
  if (!algorithms.every((name) => secure.includes(name))) {
    throw new TypeError(`algorithms can be ${secure.join(', ')}.`)
  }
  const keys = typeof options.keys === 'string' ? remoteKeys(options.keys) : options.keys

  return async (request, room): Promise<Decision> => {
    const token = tokenOf(request)
    if (token === undefined) return { allow: false, status: 401 }
    const claims = await verified(() =>
      jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms: [...algorithms],
        clockTolerance: 10,
        requiredClaims: ['sub', 'exp'],
      }),
    )
    // A token for OpenTok.js proves a seat in a session, not who somebody is.
    if (claims === undefined || 'session_id' in claims || claims.scope === 'session.connect') {
      return { allow: false, status: 401 }
    }
    if (!mayEnter(claims, room)) return { allow: false }
    const name = nameOf(claims)
    return {
      allow: true,
      role: isHost(claims, room) ? 'moderator' : 'publisher',
      ...(name !== undefined && { name }),
      ...(claims.sub !== undefined && { id: claims.sub }),
    }
  }
}

/** People behind Cloudflare Access; `team` is `https://NAME.cloudflareaccess.com`. */
export function cloudflareAccess({
  team,
  ...options
}: Omit<SignedInOptions, 'issuer' | 'keys' | 'token'> & {
  readonly team: string
  readonly keys?: SignedInOptions['keys']
}): Authorize {
  return signedIn({
    keys: `${team}/cdn-cgi/access/certs`,
    ...options,
    issuer: team,
    token: (request) => request.headers.get('cf-access-jwt-assertion') ?? undefined,
  })
}

function remoteKeys(url: string): JWTVerifyGetKey {
  if (!URL.canParse(url) || new URL(url).protocol !== 'https:') {
    throw new TypeError('keys must be an https URL of a JSON Web Key Set.')
  }
  return createRemoteJWKSet(new URL(url))
}

/** The claims of a token; undefined if it is not valid. Keys that cannot be had are an error. */
export async function verified(
  verify: () => Promise<{ readonly payload: JWTPayload }>,
): Promise<JWTPayload | undefined> {
  try {
    return (await verify()).payload
  } catch (error) {
    const unreachable = error instanceof JWKSTimeout || error instanceof JWKSInvalid
    if (error instanceof JOSEError && !unreachable) return undefined
    throw error
  }
}
