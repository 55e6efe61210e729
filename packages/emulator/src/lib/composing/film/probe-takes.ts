import { probe } from '../ffmpeg/probe.ts'
import type { Running } from '../ffmpeg/run-ffmpeg.ts'
import type { Take, Timeline } from '../timeline.ts'

/** The takes that are in a film, with what of them can really be seen and heard. */
export async function probeTakes(
  { scenes, takes }: Timeline,
  running: Running,
): Promise<readonly Take[]> {
  const wanted = takes.filter(({ streamId, startedAt, endedAt }) => {
    return scenes.some(({ from, until, streams }) => {
      return startedAt < until && endedAt > from && streams.some(({ id }) => id === streamId)
    })
  })
  const probed: Take[] = []
  for (const take of wanted) {
    const { hasAudio, hasVideo } = await probe(take.path, running)
    probed.push({
      ...take,
      hasAudio: take.hasAudio && hasAudio,
      hasVideo: take.hasVideo && hasVideo,
    })
  }
  return probed
}
