import type { Listen, MediaEvent } from '../command.ts'
import type { PublisherLeg } from './publisher-leg.ts'
import type { Sink, SourceTrack } from './source-track.ts'

/** Hands out what is heard of a publisher, packet by packet. */
export interface ListeningLeg {
  /** The source is there, or sends something else than before. */
  follow(source: PublisherLeg): void
  close(): void
}

export function createListeningLeg(
  { leg }: Listen,
  emit: (event: MediaEvent) => void,
): ListeningLeg {
  let track: SourceTrack | undefined
  const sink: Sink = {
    packet: (_layer, { bytes, payload }) => {
      if (payload.length > 0) emit({ type: 'heard', leg, packet: bytes })
    },
    clock: () => undefined,
  }
  const stop = () => void track?.sinks.delete(sink)
  return {
    follow: (source) => {
      stop()
      track = source.tracks.find(({ medium }) => medium.kind === 'audio')
      track?.sinks.add(sink)
    },
    close: stop,
  }
}
