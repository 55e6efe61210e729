import { nothing } from '../../api/operation.ts'
import type { Operation } from '../../api/operation.ts'

const connection = {
  type: 'string',
  minLength: 1,
  maxLength: 255,
  description: 'The connectionId that OpenTok.js tells.',
} as const

const visitor = {
  type: 'string',
  minLength: 1,
  maxLength: 64,
  description: 'The id in the data of the visitor’s connection.',
} as const

const common = { method: 'POST', who: 'host', answer: nothing } as const

export const lockOperation = {
  ...common,
  id: 'lock',
  path: '/rooms/{room}/lock',
  summary: 'Lets nobody but hosts into the room from now on, or everybody again.',
  input: { type: 'object', required: ['locked'], properties: { locked: { type: 'boolean' } } },
} as const satisfies Operation

export const removeOperation = {
  ...common,
  id: 'remove',
  path: '/rooms/{room}/remove',
  summary:
    'Puts a participant out of the room; they may come again, but what they were given is over.',
  input: { type: 'object', required: ['connection'], properties: { connection, visitor } },
} as const satisfies Operation

export const banOperation = {
  ...common,
  id: 'ban',
  path: '/rooms/{room}/ban',
  summary: 'Gives a visitor no token any more, and puts them out when their connection is named.',
  input: { type: 'object', required: ['visitor'], properties: { visitor, connection } },
} as const satisfies Operation

export const unbanOperation = {
  ...common,
  id: 'unban',
  path: '/rooms/{room}/unban',
  summary: 'Lets a visitor in again.',
  input: { type: 'object', required: ['visitor'], properties: { visitor } },
} as const satisfies Operation

export const muteAllOperation = {
  ...common,
  id: 'muteAll',
  path: '/rooms/{room}/mute',
  summary: 'Mutes everybody, those who come later too, until that is ended.',
  input: {
    type: 'object',
    required: ['muted'],
    properties: {
      muted: { type: 'boolean', description: 'False ends it; who is muted stays so.' },
      exceptStreams: { type: 'array', items: connection, maxItems: 100 },
    },
  },
} as const satisfies Operation

export const endOperation = {
  ...common,
  id: 'end',
  path: '/rooms/{room}/end',
  summary: 'Ends the meeting: puts everybody out and gives whoever comes next a new session.',
  input: nothing,
} as const satisfies Operation
