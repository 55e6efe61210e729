/** 20 ms of a tone, half as loud as is possible; frames that follow each other go on where the last one was. */
export function toneAt(
  hertz: number,
  { rate, frame }: { readonly rate: number; readonly frame: number },
): Int16Array {
  const size = rate / 50
  return Int16Array.from({ length: size }, (_, index) =>
    Math.round(0x4000 * Math.sin((2 * Math.PI * hertz * (frame * size + index)) / rate)),
  )
}

/** How loud a frequency is, from 0 to 1. */
export function amplitudeAt(hertz: number, samples: Int16Array, rate: number): number {
  let [real, imaginary] = [0, 0]
  for (const [index, sample] of samples.entries()) {
    const angle = (2 * Math.PI * hertz * index) / rate
    real += sample * Math.cos(angle)
    imaginary += sample * Math.sin(angle)
  }
  return (2 * Math.hypot(real, imaginary)) / samples.length / 0x8000
}
