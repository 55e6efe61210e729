import type { Operation } from '../api/operation.ts'
import { joinEndpoint } from './join-endpoint.ts'

const text = { type: 'string' } as const

export const joinOperation = {
  ...joinEndpoint,
  summary: 'Lets a visitor into a room: answers what OpenTok.js needs to connect.',
  input: {
    type: 'object',
    properties: {
      name: { type: 'string', maxLength: 256, description: 'How others shall see the visitor.' },
      ticket: { ...text, description: 'What a waiting room answered when it was asked before.' },
      pass: {
        ...text,
        description: 'What joining this meeting answered before: the id stays the same.',
      },
      wait: { type: 'boolean', description: 'True answers as soon as a host has spoken.' },
      invitation: { ...text, description: 'What an invitation link holds.' },
    },
  },
  answer: {
    type: 'object',
    required: ['applicationId', 'sessionId', 'token', 'role', 'mediaMode', 'expiresAt', 'room'],
    properties: {
      applicationId: { ...text, description: 'What OpenTok.js takes first in initSession.' },
      sessionId: text,
      token: text,
      role: { type: 'string', enum: ['publisher', 'subscriber', 'moderator', 'publisheronly'] },
      mediaMode: { type: 'string', enum: ['relayed', 'routed'] },
      e2ee: { type: 'boolean', description: 'True where media are encrypted from end to end.' },
      expiresAt: {
        type: 'string',
        format: 'date-time',
        description: 'Until when the token admits; it does not end a call that has begun.',
      },
      room: { ...text, description: 'The canonical name of the room.' },
      name: { ...text, description: 'The name that others will see.' },
      visitor: { ...text, description: 'The opaque id by which a host can name this visitor.' },
      pass: { ...text, description: 'What those who are inside show for what the room has kept.' },
      ticket: { ...text, description: 'For coming back to this meeting past its waiting room.' },
      captions: {
        ...text,
        description: 'The language of the captions that run.',
      },
      features: {
        type: 'array',
        items: text,
        description: 'For hosts: the features that they can ask this room for, by name.',
      },
      proxyUrl: { type: 'string', format: 'uri', description: 'What to pass to OT.setProxyUrl.' },
    },
  },
  problems: [
    'room-name-invalid',
    'visitor-name-invalid',
    'room-closed',
    'room-full',
    'host-not-here',
  ],
} as const satisfies Operation
