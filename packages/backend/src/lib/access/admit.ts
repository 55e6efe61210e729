import type { Role } from '@ot-room/video-api'
import { within } from '../deadline.ts'
import { BackendError } from '../problem/backend-error.ts'
import { verdictOf } from './decision.ts'
import type { Authorize, Verdict } from './decision.ts'

const patienceMs = 5000

/** Someone who may enter, as the site decided. */
export interface Admission {
  readonly role: Role
  readonly name?: string
  /** The id the site knows them by. */
  readonly id?: string
}

/** Lets a visitor in or throws BackendError `not-signed-in` or `not-allowed`; in doubt, throws. */
export type Admit = (request: () => Request, room: string) => Promise<Admission>

/** The rule of a public room: everybody may come in as a publisher, nobody as more. */
export const admitEverybody: Admit = async () => ({ role: 'publisher' })

export function admitBy(authorize: Authorize): Admit {
  return async (request, room) => {
    const verdict = await verdictBy(authorize, { request: request(), room })
    if (!verdict.allow) throw denial(verdict)
    const { allow: _, ...admission } = verdict
    return admission
  }
}

async function verdictBy(
  authorize: Authorize,
  { request, room }: { readonly request: Request; readonly room: string },
): Promise<Verdict> {
  try {
    const answer: unknown = await within(patienceMs, async () => authorize(request, room))
    return verdictOf(answer)
  } catch (cause) {
    throw new BackendError('not-allowed', 'Whether you may enter could not be found out.', {
      cause,
    })
  }
}

function denial({ status, reason }: Extract<Verdict, { allow: false }>): BackendError {
  return status === 401
    ? new BackendError('not-signed-in', reason ?? 'Sign in to enter this room.')
    : new BackendError('not-allowed', reason ?? 'You may not enter this room.')
}
