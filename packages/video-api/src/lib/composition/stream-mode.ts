import { choice } from '../options/checks.ts'

const streamModes = ['auto', 'manual'] as const

/** `auto`: every stream goes in by itself. `manual`: those that `addStream` names. */
export type StreamMode = (typeof streamModes)[number]

export const streamMode = choice(streamModes)
