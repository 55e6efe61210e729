import type { Operation } from '../../api/operation.ts'

export const dialOperation = {
  id: 'dial',
  method: 'POST',
  who: 'host',
  path: '/rooms/{room}/dial',
  summary: 'Calls a telephone into the room; it hangs up when its connection is removed.',
  input: {
    type: 'object',
    required: ['number'],
    properties: {
      number: {
        type: 'string',
        minLength: 2,
        maxLength: 32,
        description: 'What the site makes an address of.',
      },
    },
  },
  answer: {
    type: 'object',
    required: ['connection'],
    properties: { connection: { type: 'string' } },
  },
} as const satisfies Operation
