import { bearer } from '../access/bearer.ts'
import type { Authorize } from '../access/decision.ts'
import { sameText } from '../secrets/same-text.ts'
import { textOf } from './variables.ts'
import type { Environment } from './variables.ts'

/** Who may enter: everybody, or those whom a rule lets in. */
export type Admission =
  | { readonly public: true; readonly authorize?: never }
  | { readonly authorize: Authorize; readonly public?: never }

/** Reads who may enter, and which variables say so. */
export interface AdmissionReader {
  readonly variables: readonly string[]
  /** Throws an Error of one line that names the culprit. */
  read(env: Environment): Admission
}

/** A key that is shorter could be guessed. */
const shortestKey = 32

/** What a bearer token may be made of (RFC 6750 section 2.1); another character would never arrive. */
const bearerText = /^[\w.~+/-]+=*$/

/** Everybody, which has to be said. */
export const publicRooms: AdmissionReader = {
  variables: ['OT_PUBLIC_ROOMS', 'OT_HOST_KEY'],
  read(env) {
    if (textOf(env, 'OT_PUBLIC_ROOMS') === '1') return everybody(env)
    throw new Error(
      'OT_PUBLIC_ROOMS must be 1: this server lets everybody join. ' +
        'To decide who may, embed @ot-room/backend with an authorize rule.',
    )
  },
}

/** Everybody as a publisher, and as a host who brings `OT_HOST_KEY` as `Authorization: Bearer`. */
export function everybody(env: Environment): Admission {
  const key = textOf(env, 'OT_HOST_KEY')
  if (key === '') return { public: true }
  if (key.length < shortestKey) {
    throw new Error(`OT_HOST_KEY has at least ${shortestKey} characters, made at random.`)
  }
  if (!bearerText.test(key)) {
    throw new Error(
      'OT_HOST_KEY is sent as a bearer token: letters, digits and - . _ ~ + / only, with = at the end.',
    )
  }
  return {
    authorize(request) {
      const brought = bearer(request)
      if (brought === undefined) return { allow: true }
      if (sameText(brought, key)) return { allow: true, role: 'moderator' }
      return { allow: false, status: 401, reason: 'This is not the key of a host.' }
    },
  }
}
