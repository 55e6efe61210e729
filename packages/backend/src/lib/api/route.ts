import type { AnswerOf, InputOf, Operation } from './operation.ts'
import type { Visit } from '../visit/visit.ts'

/** An operation and what carries it out. */
export interface Route {
  readonly operation: Operation
  readonly handle: (visit: Visit, input: unknown) => Promise<object>
}

/** Ties an operation to a handler of just its input and its answer. */
export function route<Op extends Operation>(
  operation: Op,
  handle: (visit: Visit, input: InputOf<Op>) => Promise<AnswerOf<Op>>,
): Route {
  return { operation, handle: handle as Route['handle'] }
}
