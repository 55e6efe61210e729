import { nothing } from '../../api/operation.ts'
import type { Operation } from '../../api/operation.ts'

export const startCaptionsOperation = {
  id: 'startCaptions',
  method: 'POST',
  who: 'host',
  path: '/rooms/{room}/captions',
  summary: 'Begins to write down what is said.',
  input: {
    type: 'object',
    properties: {
      language: {
        type: 'string',
        minLength: 2,
        maxLength: 35,
        description: 'BCP 47; default en-US.',
      },
    },
  },
  answer: nothing,
} as const satisfies Operation

export const stopCaptionsOperation = {
  id: 'stopCaptions',
  method: 'POST',
  who: 'host',
  path: '/rooms/{room}/captions/stop',
  summary: 'Ends the captions.',
  input: nothing,
  answer: nothing,
} as const satisfies Operation
