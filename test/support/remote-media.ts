import type { InPage } from './in-page.ts'

/** Resolves once remote pictures of that many streams have each had thirty more frames; how large the last ones were. */
export function seenPictures(
  page: InPage,
  streams: number,
): Promise<{ width: number; height: number }[]> {
  return page.evaluate(async (wanted) => {
    const pictures = (): HTMLVideoElement[] => [...document.querySelectorAll('video')]
    while (pictures().filter(({ dataset }) => dataset['remote']).length < wanted) {
      await new Promise(requestAnimationFrame)
    }
    const watch = async (picture: HTMLVideoElement) => {
      const next = () =>
        new Promise<{ width: number; height: number }>((resolve) => {
          picture.requestVideoFrameCallback((_now, { width, height }) => resolve({ width, height }))
        })
      for (let frame = 1; frame < 30; frame += 1) await next()
      return next()
    }
    return Promise.all(
      pictures()
        .filter(({ dataset }) => dataset['remote'])
        .map(watch),
    )
  }, streams)
}

/** Resolves once a remote sound is loud enough to be heard. */
export function heardSound(page: InPage): Promise<void> {
  return page.evaluate(async (audible) => {
    const picture = document.querySelector<HTMLVideoElement>('video[data-remote]')
    const sound = picture?.srcObject as MediaStream
    const context = new AudioContext()
    const analyser = new AnalyserNode(context)
    context.createMediaStreamSource(new MediaStream(sound.getAudioTracks())).connect(analyser)
    const wave = new Float32Array(analyser.fftSize)
    for (let loudest = 0; loudest < audible;) {
      await new Promise(requestAnimationFrame)
      analyser.getFloatTimeDomainData(wave)
      loudest = Math.max(...wave)
    }
    await context.close()
  }, 0.05)
}
