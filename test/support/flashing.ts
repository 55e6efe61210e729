import type { Page } from 'playwright-core'

/** What somebody is known by in a recording. */
export type Appearance = {
  /** A CSS colour that fills the picture between the flashes. */
  colour: string
  /** The frequency of the beeps, in hertz. */
  tone: number
}

/**
 * Gives a page a picture that flashes white and a sound that beeps at the same moments, once a second and for 200 ms;
 * `joinWithOpenTok` publishes them when asked for `flashing`.
 */
export async function flash(page: Page, appearance: Appearance): Promise<void> {
  await page.evaluate(({ colour, tone }) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 })
    const brush = canvas.getContext('2d')
    const audio = new AudioContext()
    const oscillator = new OscillatorNode(audio, { frequency: tone })
    const volume = new GainNode(audio, { gain: 0 })
    const output = new MediaStreamAudioDestinationNode(audio)
    oscillator.connect(volume).connect(output)
    oscillator.start()
    const draw = (): void => {
      const isOn = performance.now() % 1000 < 200
      volume.gain.value = isOn ? 0.5 : 0
      if (brush) {
        brush.fillStyle = isOn ? 'white' : colour
        brush.fillRect(0, 0, 640, 480)
      }
    }
    setInterval(draw, 10)
    const [video] = canvas.captureStream(25).getVideoTracks()
    const [sound] = output.stream.getAudioTracks()
    Object.assign(globalThis, { flashing: { videoSource: video, audioSource: sound } })
  }, appearance)
}
