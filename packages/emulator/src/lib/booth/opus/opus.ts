import { createRequire } from 'node:module'

/** Samples a second that Opus converts from and to by itself. */
export type SampleRate = 8000 | 16_000 | 24_000 | 48_000

/** Makes samples of the packets of one stream, in their order. */
export interface OpusDecoder {
  /** @throws when the packet is broken */
  decode(packet: Uint8Array): Int16Array
  close(): void
}

/** Makes packets of the samples of one stream. */
export interface OpusEncoder {
  /** `frame`: 20 ms, one channel. */
  encode(frame: Int16Array): Uint8Array
  close(): void
}

/** A packet of silence, 20 ms. */
export const silentPacket = Uint8Array.of(0xf8, 0xff, 0xfe)

/** How many samples 20 ms have. */
export function frameSizeAt(rate: SampleRate): number {
  return rate / 50
}

export function createOpusDecoder(rate: SampleRate): OpusDecoder {
  const decoder = new (load().Decoder)({ channels: 1, sample_rate: rate })
  return {
    decode: (packet) => samplesIn(decoder.decode(packet)),
    close: () => decoder.drop(),
  }
}

export function createOpusEncoder(rate: SampleRate): OpusEncoder {
  const options = { channels: 1, sample_rate: rate, application: 'voip' } as const
  const encoder = new (load().Encoder)(options)
  return {
    encode: (frame) => encoder.encode(frame),
    close: () => encoder.drop(),
  }
}

/** The samples in bytes as Opus and the Audio Connector write them: 16 bits, the lower byte first. */
export function samplesIn(bytes: Uint8Array): Int16Array {
  const samples = new Int16Array(bytes.length >> 1)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let index = 0; index < samples.length; index += 1) {
    samples[index] = view.getInt16(index * 2, true)
  }
  return samples
}

/** What is used of the library, whose own types describe its native build. */
interface Library {
  readonly Decoder: new (options: { readonly channels: 1; readonly sample_rate: SampleRate }) => {
    decode(packet: Uint8Array): Uint8Array
    drop(): void
  }
  readonly Encoder: new (options: {
    readonly channels: 1
    readonly sample_rate: SampleRate
    readonly application: 'voip'
  }) => {
    encode(samples: Int16Array): Uint8Array
    drop(): void
  }
}

const require = createRequire(import.meta.url)

/** Only when somebody hears or speaks; the build for WebAssembly cannot take the process down. */
function load(): Library {
  return require('@evan/opus/wasm/index.js') as Library
}
