import type { Codec } from '../media/sdp/medium.ts'

export type { Codec }

export type VideoCodec = Exclude<Codec, 'opus'>

export type Kind = 'audio' | 'video'

/** Ticks of an RTP timestamp in a millisecond (RFC 7587 for Opus; 90 kHz for all video). */
export const ticksPerMs: Readonly<Record<Kind, number>> = { audio: 48, video: 90 }
