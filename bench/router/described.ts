import type { Description } from './forwarder.ts'

/** A description that has its candidates in it; those of the first section are those of the whole bundle. */
export function described(sdp = ''): Description {
  const [, section = ''] = sdp.split(/\r?\n(?=m=)/)
  const lines = [...section.matchAll(/^a=(candidate:.*?)\r?$/gm)]
  return { sdp, candidates: lines.map(([, line = '']) => line) }
}
