import type { Authorize } from '../access/decision.ts'
import { textOf } from './variables.ts'
import type { Environment } from './variables.ts'

/** Who may enter: everybody, or those whom a rule lets in. */
export type Admission =
  | { readonly public: true; readonly authorize?: never }
  | { readonly authorize: Authorize; readonly public?: never }

/** Reads who may enter; throws an Error of one line that names the culprit. */
export type AdmissionOf = (env: Environment) => Admission

/** Everybody, which has to be said. */
export const publicRooms: AdmissionOf = (env) => {
  if (textOf(env, 'OT_PUBLIC_ROOMS') === '1') return { public: true }
  throw new Error(
    'OT_PUBLIC_ROOMS must be 1: this server lets everybody join. ' +
      'To decide who may, embed @ot-room/backend with an authorize rule.',
  )
}
