/** Measures how loud a track is, 0 (silent) to 1, once per animation frame until `signal` aborts. */
export function meterLevel(
  track: MediaStreamTrack,
  onLevel: (level: number) => void,
  signal: AbortSignal,
): void {
  const audio = new AudioContext()
  const analyser = new AnalyserNode(audio, { fftSize: 512 })
  const source = new MediaStreamAudioSourceNode(audio, { mediaStream: new MediaStream([track]) })
  source.connect(analyser)
  const samples = new Float32Array(analyser.fftSize)
  let frame = requestAnimationFrame(measure)

  function measure(): void {
    analyser.getFloatTimeDomainData(samples)
    onLevel(rootMeanSquare(samples))
    frame = requestAnimationFrame(measure)
  }

  // Before the visitor's first click a browser may keep the audio context asleep.
  const wake = (): void => void audio.resume()
  for (const gesture of ['pointerdown', 'keydown']) {
    document.addEventListener(gesture, wake, { once: true, signal })
  }
  signal.addEventListener('abort', () => {
    cancelAnimationFrame(frame)
    onLevel(0)
    void audio.close()
  })
}

/** The loudness of a piece of sound: 0 for silence, about 0.7 for a full sine. */
export function rootMeanSquare(samples: ArrayLike<number>): number {
  if (samples.length === 0) return 0
  let sum = 0
  for (let index = 0; index < samples.length; index += 1) sum += (samples[index] ?? 0) ** 2
  return Math.sqrt(sum / samples.length)
}
