import type { SessionSettings } from './session-settings.ts'

/**
 * The form of `POST /session/create`.
 *
 * `p2p.preference` is always sent, because the platform's own default (routed) is the opposite of
 * what its server SDKs document (relayed). Its words read inverted: `enabled` means relayed.
 */
export function sessionForm(settings: SessionSettings): Readonly<Record<string, string>> {
  const { mediaMode, archiveMode, e2ee, location, archiveName, archiveResolution } = settings
  return {
    archiveMode,
    'p2p.preference': mediaMode === 'relayed' ? 'enabled' : 'disabled',
    ...(e2ee && { e2ee: 'true' }),
    ...(location !== undefined && { location }),
    ...(archiveName !== undefined && { archiveName }),
    ...(archiveResolution !== undefined && { archiveResolution }),
  }
}
