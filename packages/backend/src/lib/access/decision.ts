import type { Role } from '@ot-room/video-api'
import { fields } from '../fields.ts'
import { vouchedName } from '../visitors/visitor-name.ts'

/** What the site's rule says about one visitor and one room. */
export type Decision =
  | {
      readonly allow: true
      /** Default `publisher`. */
      readonly role?: Role
      /** The name the site knows the visitor by; it replaces the one the visitor gave. */
      readonly name?: string
      /** The id the site knows the visitor by; nobody else sees it. Bans and limits go by it. */
      readonly id?: string
    }
  | {
      readonly allow: false
      /** 401: sign in first. 403: not you, the default. */
      readonly status?: 401 | 403
      /** A sentence the visitor may read. */
      readonly reason?: string
    }

/**
 * The site's rule. It gets the request with its headers and body, and the room's canonical name,
 * and has 5 seconds. Whatever is not a Decision denies, and so do a throw and a rejection.
 */
export type Authorize = (request: Request, room: string) => Decision | Promise<Decision>

/** A decision with every default filled in. */
export type Verdict =
  | { readonly allow: true; readonly role: Role; readonly name?: string; readonly id?: string }
  | { readonly allow: false; readonly status: 401 | 403; readonly reason?: string }

const roles: readonly unknown[] = [
  'publisher',
  'subscriber',
  'moderator',
  'publisheronly',
] satisfies Role[]

/** Reads what a rule answered, strictly; throws TypeError when it is not a Decision. */
export function verdictOf(answer: unknown): Verdict {
  const { allow, role = 'publisher', name, id, status = 403, reason } = fields(answer)
  if (allow === true && isRole(role) && isOptionalText(name) && isOptionalText(id)) {
    const vouched = name === undefined ? undefined : vouchedName(name)
    return { allow, role, ...(vouched !== undefined && { name: vouched }), ...(id && { id }) }
  }
  if (allow === false && (status === 401 || status === 403) && isOptionalText(reason)) {
    return { allow, status, ...(reason !== undefined && { reason }) }
  }
  throw new TypeError('The authorize rule answered with something that is not a Decision.')
}

function isRole(value: unknown): value is Role {
  return roles.includes(value)
}

function isOptionalText(value: unknown): value is string | undefined {
  return value === undefined || typeof value === 'string'
}
