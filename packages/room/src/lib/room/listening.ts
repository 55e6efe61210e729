import type { AudioLevel } from '../platform/video-platform.ts'
import type { Call } from '../state/room-state.ts'
import { hear, silence } from '../state/speaker.ts'

/** Finds out who speaks during one stay. */
export interface Listening {
  heard(level: AudioLevel): void
  left(participantId: string): void
}

/** Tells of a new speaker; the visitor is none. */
export function createListening(
  call: () => Call | undefined,
  changed: (speaker: string | undefined) => void,
): Listening {
  let hearing = silence
  return {
    heard({ streamId, level }) {
      const participant = speakerOf(call(), streamId)
      if (participant === undefined) return
      hearing = hear(hearing, { participant, level, at: performance.now() })
      if (hearing.speaker !== call()?.speaker) changed(hearing.speaker)
    },
    left(participantId) {
      if (participantId === hearing.speaker) hearing = silence
    },
  }
}

/** Whose voice a stream carries, unless it is the visitor's. */
function speakerOf(call: Call | undefined, streamId: string): string | undefined {
  return call?.participants.find(
    ({ self, streams }) =>
      !self && streams.some(({ id, kind }) => id === streamId && kind === 'camera'),
  )?.id
}
