import type { InPage } from './in-page.ts'

/** Gives a page a tone that goes on and on, and no picture; `joinWithOpenTok` publishes it when asked for `humming`. */
export async function hum(page: InPage, hertz: number): Promise<void> {
  await page.evaluate((frequency) => {
    const audio = new AudioContext()
    const output = new MediaStreamAudioDestinationNode(audio)
    const oscillator = new OscillatorNode(audio, { frequency })
    oscillator.connect(new GainNode(audio, { gain: 0.4 })).connect(output)
    oscillator.start()
    const [audioSource] = output.stream.getAudioTracks()
    Object.assign(globalThis, { humming: { audioSource, videoSource: null } })
  }, hertz)
}
