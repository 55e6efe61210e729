import { isIP } from 'node:net'
import type { Transport } from '../../transport/transport.ts'
import type { MediaEvent } from '../command.ts'

/** Whether a candidate can be reached from here; others are found when they check this end. */
export function isUsableCandidate(candidate: string): boolean {
  const [, component, protocol = '', , address = ''] = candidate.split(' ')
  return component === '1' && protocol.toLowerCase() === 'udp' && isIP(address) !== 0
}

/** What tells a client where a transport is. */
export function candidatesOf(
  { candidates }: Transport,
  leg: string,
  mid: string,
): readonly MediaEvent[] {
  return candidates.map((candidate) => ({
    type: 'negotiate',
    leg,
    step: 'candidate',
    candidate,
    mid,
  }))
}
