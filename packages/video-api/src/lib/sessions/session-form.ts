import type { SessionSettings } from './session-settings.ts'

/**
 * The form of `POST /session/create`.
 *
 * `p2p.preference` is always sent, because the platform's own default (routed) is the opposite of
 * what its server SDKs document (relayed). Its words read inverted: `enabled` means relayed.
 */
export function sessionForm(settings: SessionSettings): URLSearchParams {
  const form = new URLSearchParams({
    'p2p.preference': settings.mediaMode === 'relayed' ? 'enabled' : 'disabled',
    archiveMode: settings.archiveMode,
  })
  if (settings.e2ee) form.set('e2ee', 'true')
  const { location, archiveName, archiveResolution } = settings
  for (const [name, value] of Object.entries({ location, archiveName, archiveResolution })) {
    if (value !== undefined) form.set(name, value)
  }
  return form
}
