import { isIPv4 } from 'node:net'
import { isResolution, resolutions } from '../session/composition/resolution.ts'
import type { SessionDetails } from '../session/session.ts'
import { accepted, refused } from '../verdict.ts'
import type { Verdict } from '../verdict.ts'

/** What may be asked of a session when it is created. */
export interface SessionOptions extends Pick<
  SessionDetails,
  'mediaMode' | 'archiveMode' | 'e2ee' | 'archiveName' | 'archiveResolution'
> {
  /** An IPv4 address near which to place the session, or empty. */
  readonly location: string
}

const longestArchiveName = 80

/** Reads the form of `POST /session/create`; fields it does not know are none of its business. */
export function readSessionOptions(form: URLSearchParams): Verdict<SessionOptions> {
  // The Vonage SDK writes a missing location as the word null.
  const field = (name: string) => {
    const value = form.get(name)
    return value === null || value === '' || value === 'null' ? undefined : value
  }

  const preference = field('p2p.preference') ?? 'disabled'
  // Vonage's Python SDK writes `always`, and truth as Python does.
  if (preference !== 'enabled' && preference !== 'always' && preference !== 'disabled') {
    return refused('p2p.preference must be enabled or disabled')
  }
  const archiveMode = field('archiveMode') ?? 'manual'
  if (archiveMode !== 'manual' && archiveMode !== 'always') {
    return refused('archiveMode must be manual or always')
  }
  // `enabled` is relayed: the field asks for peer-to-peer, not for the router.
  const mediaMode = preference === 'disabled' ? 'routed' : 'relayed'
  if (archiveMode === 'always' && mediaMode === 'relayed') {
    return refused('A session that is always archived must be routed')
  }
  const e2ee = field('e2ee')?.toLowerCase() ?? 'false'
  if (e2ee !== 'true' && e2ee !== 'false') return refused('e2ee must be true or false')

  const location = field('location') ?? ''
  if (location !== '' && !isIPv4(location)) return refused('location must be an IPv4 address')
  const archiveName = field('archiveName')
  if (Array.from(archiveName ?? '').length > longestArchiveName) {
    return refused(`archiveName must have at most ${longestArchiveName} characters`)
  }
  const archiveResolution = field('archiveResolution')
  if (archiveResolution !== undefined && !isResolution(archiveResolution)) {
    return refused(`archiveResolution must be one of ${resolutions.join(', ')}`)
  }
  if (archiveMode === 'manual' && (archiveName ?? archiveResolution) !== undefined) {
    return refused('archiveName and archiveResolution need the archiveMode always')
  }
  return accepted({
    mediaMode,
    archiveMode,
    e2ee: e2ee === 'true',
    location,
    ...(archiveName !== undefined && { archiveName }),
    ...(archiveResolution !== undefined && { archiveResolution }),
  })
}
