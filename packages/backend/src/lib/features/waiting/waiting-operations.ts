import { nothing } from '../../api/operation.ts'
import type { Operation } from '../../api/operation.ts'

const guest = { type: 'string', minLength: 1, maxLength: 64 } as const
const common = { method: 'POST', who: 'host', answer: nothing } as const

export const waitingOperation = {
  id: 'waiting',
  method: 'GET',
  who: 'host',
  path: '/rooms/{room}/waiting',
  summary: 'Who is waiting to be let in, the longest first.',
  input: nothing,
  answer: {
    type: 'object',
    required: ['guests'],
    properties: {
      guests: {
        type: 'array',
        items: {
          type: 'object',
          required: ['guest', 'since'],
          properties: {
            guest,
            name: { type: 'string' },
            since: { type: 'string', format: 'date-time' },
          },
        },
      },
    },
  },
} as const satisfies Operation

export const admitOperation = {
  ...common,
  id: 'admit',
  path: '/rooms/{room}/admit',
  summary: 'Lets a guest in, or everybody who waits when no guest is named.',
  input: { type: 'object', properties: { guest } },
} as const satisfies Operation

export const denyOperation = {
  ...common,
  id: 'deny',
  path: '/rooms/{room}/deny',
  summary: 'Tells a guest that they will not be let in.',
  input: { type: 'object', required: ['guest'], properties: { guest } },
} as const satisfies Operation

export const sendBackOperation = {
  ...common,
  id: 'sendBack',
  path: '/rooms/{room}/send-back',
  summary:
    'Sends somebody who was let in back to the waiting room: their ticket is of no use any more.',
  input: {
    type: 'object',
    properties: {
      guest,
      visitor: {
        ...guest,
        description: 'Instead of the guest: the id in the data of a connection.',
      },
      connection: { type: 'string', minLength: 1, maxLength: 255 },
    },
  },
} as const satisfies Operation
