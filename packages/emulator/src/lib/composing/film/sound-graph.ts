import type { Voice } from './reel.ts'
import { sampleRate } from './shot.ts'

/** How much quieter the parts of a film are than the film, so that loud voices together do not clip, in dB. */
export const headroom = 18

/**
 * A filter graph for FFmpeg that sums up its inputs, one for each voice, exactly as many samples as asked for; its output
 * is `[sound]`. Gaps in an input become silence of the same length.
 */
export function soundGraph(voices: readonly Voice[], samples: number): string {
  const silence = `anullsrc=r=${sampleRate}:cl=stereo,atrim=end_sample=${samples}[voice0]`
  const steps = voices.map(({ silences }, index) => {
    // Clocks that drift are followed by stretching, what was lost is filled with silence.
    const even = `aresample=${sampleRate}:async=1000:min_hard_comp=0.04:first_pts=0`
    const format = `aformat=sample_fmts=fltp:sample_rates=${sampleRate}:channel_layouts=stereo`
    return `[${index}:a:0]atrim=start=0,${even},${format}${mute(silences)}[voice${index + 1}]`
  })
  const labels = Array.from({ length: voices.length + 1 }, (_, index) => `[voice${index}]`).join('')
  const sum = `${labels}amix=inputs=${voices.length + 1}:duration=first:normalize=0`
  return [silence, ...steps, `${sum},volume=-${headroom}dB[sound]`].join(';')
}

function mute(silences: Voice['silences']): string {
  if (silences.length === 0) return ''
  const times = silences.map(([from, until]) => {
    return `gte(t,${from.toFixed(3)})*lt(t,${until.toFixed(3)})`
  })
  // The filter decides once for each piece of sound: five milliseconds are exact enough.
  return `,asetnsamples=${sampleRate / 200}:p=0,volume=0:enable='${times.join('+')}'`
}
