import { nothing } from '../../api/operation.ts'
import type { Operation } from '../../api/operation.ts'
import type { ObjectSchema } from '../../api/schema.ts'

export const recordingSchema = {
  type: 'object',
  required: ['recording', 'status'],
  properties: {
    recording: { type: 'string', description: 'Its id.' },
    status: {
      type: 'string',
      description: 'started, paused, stopped, available, uploaded, expired, failed or deleted.',
    },
    name: { type: 'string' },
    createdAt: { type: 'string', format: 'date-time' },
    seconds: { type: 'integer', description: 'How long it is, once it has stopped.' },
    bytes: { type: 'integer' },
    url: { type: 'string', format: 'uri', description: 'Leads to the file for ten minutes.' },
  },
} as const satisfies ObjectSchema

const started = {
  type: 'object',
  properties: {
    name: { type: 'string', minLength: 1, maxLength: 80 },
    layout: {
      type: 'string',
      enum: ['bestFit', 'pip', 'verticalPresentation', 'horizontalPresentation'],
    },
    resolution: {
      type: 'string',
      enum: ['640x480', '480x640', '1280x720', '720x1280', '1920x1080', '1080x1920'],
    },
  },
} as const satisfies ObjectSchema

export const startRecordingOperation = {
  id: 'startRecording',
  method: 'POST',
  who: 'host',
  path: '/rooms/{room}/recordings',
  summary: 'Begins to record; somebody has to be connected.',
  input: started,
  answer: recordingSchema,
} as const satisfies Operation

export const listRecordingsOperation = {
  id: 'listRecordings',
  method: 'GET',
  who: 'host',
  path: '/rooms/{room}/recordings',
  summary:
    'The recordings of the room, in its last ten recorded sessions too, the newest session first.',
  input: nothing,
  answer: {
    type: 'object',
    required: ['recordings'],
    properties: { recordings: { type: 'array', items: recordingSchema } },
  },
} as const satisfies Operation

export const stopRecordingOperation = {
  id: 'stopRecording',
  method: 'POST',
  who: 'host',
  path: '/rooms/{room}/recordings/{recording}/stop',
  summary: 'Stops a recording.',
  input: nothing,
  answer: recordingSchema,
} as const satisfies Operation

export const deleteRecordingOperation = {
  id: 'deleteRecording',
  method: 'POST',
  who: 'host',
  path: '/rooms/{room}/recordings/{recording}/delete',
  summary: 'Removes a recording and its file.',
  input: nothing,
  answer: nothing,
} as const satisfies Operation
