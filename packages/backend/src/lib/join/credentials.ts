import type { AnswerOf } from '../api/operation.ts'
import type { joinOperation } from './join-operation.ts'

/** What a visitor needs to enter a room; the JSON of a successful join. */
export type Credentials = AnswerOf<typeof joinOperation>
