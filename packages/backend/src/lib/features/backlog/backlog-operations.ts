import { nothing } from '../../api/operation.ts'
import type { Operation } from '../../api/operation.ts'

const pass = {
  type: 'string',
  minLength: 1,
  maxLength: 2000,
  description: 'What joining answered as pass.',
} as const
const id = { type: 'string', minLength: 1, maxLength: 64 } as const
const from = { ...id, description: 'An id that is theirs in this room.' } as const
const name = { type: 'string' } as const
const time = { type: 'string', format: 'date-time' } as const
const valueName = { ...id, description: 'What the value is called.' } as const
const common = { method: 'POST', who: 'visitor', answer: nothing } as const

export const backlogOperation = {
  ...common,
  id: 'backlog',
  path: '/rooms/{room}/backlog',
  summary: 'What a latecomer has missed: messages, raised hands and the room’s values.',
  input: { type: 'object', required: ['pass'], properties: { pass } },
  answer: {
    type: 'object',
    required: ['messages', 'hands', 'values'],
    properties: {
      messages: {
        type: 'array',
        description: 'The oldest first.',
        items: {
          type: 'object',
          required: ['message', 'from', 'text', 'at'],
          properties: { message: id, from, name, text: { type: 'string' }, at: time },
        },
      },
      hands: {
        type: 'array',
        description: 'The longest up first.',
        items: {
          type: 'object',
          required: ['from', 'since'],
          properties: { from, name, since: time },
        },
      },
      values: {
        type: 'array',
        items: {
          type: 'object',
          required: ['name', 'value'],
          properties: { name: valueName, value: { type: 'string' } },
        },
      },
    },
  },
} as const satisfies Operation

export const sayOperation = {
  ...common,
  id: 'say',
  path: '/rooms/{room}/messages',
  summary: 'Keeps a message for those who come later.',
  input: {
    type: 'object',
    required: ['pass', 'text'],
    properties: { pass, text: { type: 'string', minLength: 1, maxLength: 2000 } },
  },
  answer: {
    type: 'object',
    required: ['message', 'at'],
    properties: { message: id, at: time },
  },
} as const satisfies Operation

export const unsayOperation = {
  ...common,
  id: 'unsay',
  path: '/rooms/{room}/messages/{message}/delete',
  summary: 'Forgets a message of one’s own; a host, any.',
  input: { type: 'object', required: ['pass'], properties: { pass } },
} as const satisfies Operation

export const handOperation = {
  ...common,
  id: 'hand',
  path: '/rooms/{room}/hand',
  summary: 'Raises or lowers a hand: one’s own, or as a host that of another.',
  input: {
    type: 'object',
    required: ['pass', 'raised'],
    properties: {
      pass,
      raised: { type: 'boolean' },
      of: { ...from, description: 'Whose hand a host lowers.' },
    },
  },
} as const satisfies Operation

export const setValueOperation = {
  ...common,
  who: 'host',
  id: 'setValue',
  path: '/rooms/{room}/values',
  summary: 'Sets a value of the room that everybody inside can read, or forgets it.',
  input: {
    type: 'object',
    required: ['pass', 'name'],
    properties: {
      pass,
      name: valueName,
      value: { type: 'string', maxLength: 1000, description: 'None forgets it.' },
    },
  },
} as const satisfies Operation

export const forgetOperation = {
  ...common,
  who: 'host',
  id: 'forget',
  path: '/rooms/{room}/backlog/delete',
  summary: 'Forgets messages, hands and values of the meeting.',
  input: { type: 'object', required: ['pass'], properties: { pass } },
} as const satisfies Operation
