import { execFileSync } from 'node:child_process'

export type Rgb = readonly [red: number, green: number, blue: number]

const frameRate = 25

/** The length of each track of a file, in seconds. */
export function durationsOf(path: string): Record<string, number> {
  const entries = ['-show_entries', 'stream=codec_type,duration', '-of', 'csv=p=0']
  const lines = execFileSync('ffprobe', ['-v', 'error', ...entries, path], { encoding: 'utf8' })
  return Object.fromEntries(
    lines
      .trim()
      .split('\n')
      .map((line) => line.split(','))
      .map(([kind, seconds]) => [kind, Number(seconds)]),
  )
}

/** The colour of a spot in every frame of a film, 25 frames a second. */
export function coloursAt(path: string, spot: { x: number; y: number }): Rgb[] {
  const filter = `fps=${frameRate},crop=8:8:${spot.x - 4}:${spot.y - 4},scale=1:1:flags=area`
  const raw = ['-f', 'rawvideo', '-pix_fmt', 'rgb24', '-']
  const pixels = execFileSync('ffmpeg', ['-v', 'error', '-i', path, '-vf', filter, ...raw], {
    maxBuffer: 1e8,
  })
  return Array.from({ length: pixels.length / 3 }, (_, index): Rgb => [
    pixels[index * 3] ?? 0,
    pixels[index * 3 + 1] ?? 0,
    pixels[index * 3 + 2] ?? 0,
  ])
}

/** The colour in words. */
export function nameOf([red, green, blue]: Rgb): string {
  const [r, g, b] = [red > 128, green > 128, blue > 128]
  if (r && g && b) return 'white'
  if (r && !g && !b) return 'red'
  if (b && !r && !g) return 'blue'
  if (red < 60 && green < 60 && blue < 60) return 'black'
  return 'other'
}

/** The colours there are, without what is between two of them. */
export function coloursIn(colours: readonly Rgb[]): string[] {
  return [...new Set(colours.map(nameOf))].toSorted()
}

/** When a spot turns white, in seconds. */
export function flashesIn(colours: readonly Rgb[]): number[] {
  const names = colours.map(nameOf)
  return names.flatMap((name, index) =>
    name === 'white' && index > 0 && names[index - 1] !== 'white' ? [index / frameRate] : [],
  )
}

const sampleRate = 48_000
const stepMs = 5

/** When a tone begins, in seconds, exact to five milliseconds. */
export function beepsIn(path: string, tone: number): number[] {
  const raw = ['-vn', '-ac', '1', '-ar', String(sampleRate), '-f', 'f32le', '-']
  const bytes = execFileSync('ffmpeg', ['-v', 'error', '-i', path, ...raw], { maxBuffer: 1e9 })
  const samples = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2)
  const step = (sampleRate * stepMs) / 1000
  const beeps: number[] = []
  let quietSteps = Infinity
  for (let at = 0; at + step * 2 <= samples.length; at += step) {
    const isLoud = amplitudeOf(tone, samples.subarray(at, at + step * 2)) > 0.05
    if (isLoud && quietSteps > 40) beeps.push(at / sampleRate)
    quietSteps = isLoud ? 0 : quietSteps + 1
  }
  return beeps
}

/** How strong a tone is in some samples, by a single-bin Fourier transform. */
function amplitudeOf(tone: number, samples: Float32Array): number {
  let [real, imaginary] = [0, 0]
  samples.forEach((sample, index) => {
    const angle = (2 * Math.PI * tone * index) / sampleRate
    real += sample * Math.cos(angle)
    imaginary += sample * Math.sin(angle)
  })
  return (2 * Math.hypot(real, imaginary)) / samples.length
}
