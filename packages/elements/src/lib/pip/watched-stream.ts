import type { Call, Stream } from '@ot-room/room'

/** The one stream worth a small window: somebody's screen, whoever speaks, anybody, at last the visitor. */
export function watchedStream({ participants, speaker }: Call): Stream | undefined {
  const others = participants.filter(({ self }) => !self)
  const ofOthers = others.flatMap(({ id, streams }) => streams.map((stream) => ({ id, stream })))
  const seen = ofOthers.filter(({ stream }) => stream.hasVideo && stream.media === 'playing')
  const found =
    seen.find(({ stream }) => stream.kind === 'screen') ??
    seen.find(({ id }) => id === speaker) ??
    seen[0]
  return found?.stream ?? participants.find(({ self }) => self)?.streams[0]
}
