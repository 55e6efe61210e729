import { nothing } from '../../api/operation.ts'
import type { Operation } from '../../api/operation.ts'
import type { ObjectSchema } from '../../api/schema.ts'

const broadcastSchema = {
  type: 'object',
  required: ['broadcast', 'status'],
  properties: {
    broadcast: { type: 'string', description: 'Its id.' },
    status: { type: 'string', description: 'started or stopped.' },
    hls: { type: 'string', format: 'uri', description: 'The playlist, some 20 seconds later.' },
  },
} as const satisfies ObjectSchema

const common = { who: 'host', answer: broadcastSchema } as const

export const startBroadcastOperation = {
  ...common,
  id: 'startBroadcast',
  method: 'POST',
  path: '/rooms/{room}/broadcasts',
  summary: 'Sends the room to any number of viewers, as a playlist for browsers.',
  input: {
    type: 'object',
    properties: {
      lowLatency: { type: 'boolean' },
      minutes: { type: 'integer', minimum: 1, maximum: 600, description: 'At most; default 240.' },
    },
  },
} as const satisfies Operation

export const listBroadcastsOperation = {
  id: 'listBroadcasts',
  method: 'GET',
  who: 'host',
  path: '/rooms/{room}/broadcasts',
  summary: 'The broadcasts of the session that the room has now.',
  input: nothing,
  answer: {
    type: 'object',
    required: ['broadcasts'],
    properties: { broadcasts: { type: 'array', items: broadcastSchema } },
  },
} as const satisfies Operation

export const stopBroadcastOperation = {
  ...common,
  id: 'stopBroadcast',
  method: 'POST',
  path: '/rooms/{room}/broadcasts/{broadcast}/stop',
  summary: 'Stops a broadcast.',
  input: nothing,
} as const satisfies Operation
