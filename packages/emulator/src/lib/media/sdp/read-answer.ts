import { parse } from 'sdp-transform'
import { midOf } from './mid.ts'
import { readCredentials } from '../../transport/bare-description.ts'
import type { Credentials } from '../../transport/transport.ts'

/** What a subscriber says to what it was offered, or what it offers when it restarts ICE. */
export interface SubscriberDescription {
  readonly credentials: Credentials
  /** The sections that it takes. */
  readonly mids: ReadonlySet<string>
}

/** @throws when it is no session description */
export function readSubscriberDescription(sdp: string): SubscriberDescription {
  const taken = parse(sdp).media.filter(
    ({ port, direction }) => port !== 0 && direction !== 'inactive',
  )
  return {
    credentials: readCredentials(sdp),
    mids: new Set(taken.map(midOf)),
  }
}
