import type { BackendErrorCode } from '../problem/backend-error.ts'
import type { Described, ObjectSchema } from './schema.ts'

/** Where the backend can be asked for something, and by whom. */
export interface Endpoint {
  /** Its name in OpenAPI and in the typed client. */
  readonly id: string
  readonly method: 'GET' | 'POST'
  /** With `{room}` and what else is a parameter. */
  readonly path: string
  /** Whom the site's rule must have let in, and as what. */
  readonly who: 'visitor' | 'host'
}

/** Something the backend can be asked for: plain data that routes, clients and OpenAPI share. */
export interface Operation extends Endpoint {
  /** One sentence. */
  readonly summary: string
  /** The JSON body of a POST; fields beside it are ignored. */
  readonly input: ObjectSchema
  readonly answer: ObjectSchema
  /** Codes that only this operation has. */
  readonly problems?: readonly BackendErrorCode[]
}

/** The body that an operation takes. */
export type InputOf<Op extends Operation> = Described<Op['input']>

/** The JSON that an operation answers. */
export type AnswerOf<Op extends Operation> = Described<Op['answer']>

/** The input of operations that take none, and the answer of those that have nothing to say. */
export const nothing = { type: 'object', properties: {} } as const satisfies ObjectSchema
