import type { Visit } from '../visit/visit.ts'
import type { AnswerOf, Endpoint, InputOf, Operation } from './operation.ts'
import { readInput } from './read-input.ts'

/** An endpoint and what carries it out. */
export interface Route {
  readonly operation: Endpoint
  /** Resolves with the JSON to answer, or with nothing where there is nothing to say. */
  readonly handle: (visit: Visit, body: Readonly<Record<string, unknown>>) => Promise<object | void>
}

/** Ties an operation to a handler of just its input and its answer. */
export function route<Op extends Operation>(
  operation: Op,
  handle: (visit: Visit, input: InputOf<Op>) => Promise<AnswerOf<Op> & object>,
): Route {
  return {
    operation,
    handle: (visit, body) => handle(visit, readInput(operation.input, body) as InputOf<Op>),
  }
}

/** The same for an operation that has nothing to answer. */
export function quietRoute<Op extends Operation>(
  operation: Op,
  handle: (visit: Visit, input: InputOf<Op>) => Promise<unknown>,
): Route {
  return {
    operation,
    async handle(visit, body) {
      await handle(visit, readInput(operation.input, body) as InputOf<Op>)
    },
  }
}
