import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)
const most = { maxBuffer: 2 ** 30, encoding: 'buffer' } as const

/** Every picture of a film, as the names of the colours at chosen places. */
export async function coloursOf(
  film: string,
  places: readonly (readonly [x: number, y: number])[],
): Promise<readonly (readonly string[])[]> {
  // Places are on a grid of tenths, so that a small picture will do.
  const raw = ['-vf', 'scale=iw/10:ih/10:flags=neighbor,format=rgb24', '-f', 'rawvideo', '-']
  const { stdout } = await run('ffmpeg', ['-nostdin', '-v', 'error', '-i', film, ...raw], most)
  const { width, height } = await sizeOf(film)
  const bytes = (width / 10) * (height / 10) * 3
  return Array.from({ length: stdout.length / bytes }, (_, frame) => {
    return places.map(([x, y]) => {
      const at = frame * bytes + (Math.floor(y / 10) * (width / 10) + Math.floor(x / 10)) * 3
      return nameOf([...stdout.subarray(at, at + 3)])
    })
  })
}

/** The sound of a film: its left channel, 48,000 samples a second, between -1 and 1. */
export async function soundOf(film: string): Promise<Float32Array> {
  const raw = ['-vn', '-af', 'aresample=48000,pan=mono|c0=c0', '-f', 'f32le', '-']
  const { stdout } = await run('ffmpeg', ['-nostdin', '-v', 'error', '-i', film, ...raw], most)
  return new Float32Array(new Uint8Array(stdout).buffer)
}

/** How loud a tone is in a piece of sound: the amplitude of that frequency. */
export function amplitudeOf(hertz: number, sound: Float32Array): number {
  let [real, imaginary] = [0, 0]
  for (const [index, sample] of sound.entries()) {
    const angle = (2 * Math.PI * hertz * index) / 48_000
    real += sample * Math.cos(angle)
    imaginary += sample * Math.sin(angle)
  }
  return (2 * Math.hypot(real, imaginary)) / sound.length
}

interface Track {
  readonly codec_type: 'audio' | 'video'
  readonly codec_name: string
  readonly profile: string
  readonly [key: string]: unknown
}

/** What ffprobe says of a film. */
export async function tracksOf(film: string): Promise<readonly Track[]> {
  const args = ['-v', 'error', '-show_streams', '-of', 'json', film]
  const { stdout } = await run('ffprobe', args)
  return (JSON.parse(stdout) as { streams: Track[] }).streams
}

async function sizeOf(film: string): Promise<{ width: number; height: number }> {
  const track = (await tracksOf(film)).find(({ codec_type }) => codec_type === 'video')
  return { width: Number(track?.['width']), height: Number(track?.['height']) }
}

/** `black`, `red`, `white` …: each of the three is on or off; what is between is said in numbers. */
function nameOf(rgb: readonly number[]): string {
  const digits = rgb.map((value) => (value > 200 ? '1' : value < 55 ? '0' : '?')).join('')
  const names: Record<string, string> = {
    '000': 'black',
    '100': 'red',
    '010': 'lime',
    '001': 'blue',
    '111': 'white',
  }
  return names[digits] ?? rgb.join(',')
}
