import { createOpusEncoder, frameSizeAt, silentPacket } from '../opus/opus.ts'

const rate = 16_000
const framesASecond = 50
const framesOfTone = 10
const amplitude = 0.25 * 0x7fff

/** A second of sound in packets of 20 ms: a tone at its beginning, then silence. */
export function beepOf(hertz: number): readonly Uint8Array[] {
  const encoder = createOpusEncoder(rate)
  const size = frameSizeAt(rate)
  const tone = Array.from({ length: framesOfTone }, (_, frame) => {
    const samples = Int16Array.from({ length: size }, (_sample, index) =>
      Math.round(amplitude * Math.sin((2 * Math.PI * hertz * (frame * size + index)) / rate)),
    )
    return encoder.encode(samples)
  })
  encoder.close()
  const silence = Array.from({ length: framesASecond - framesOfTone }, () => silentPacket)
  return [...tone, ...silence]
}
