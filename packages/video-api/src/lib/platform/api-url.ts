import { described, invalidOption } from '../options/option-checks.ts'

/**
 * Checks the address of the REST API and returns it without a trailing slash.
 *
 * Plain http is for an emulator: it is accepted for loopback and for host names without a dot,
 * which only exist inside a container network.
 */
export function checkedApiUrl(value: unknown): string {
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined
  if (url === undefined || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    throw invalidOption(`apiUrl must be an absolute https URL, not ${described(value)}.`)
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw invalidOption('apiUrl must hold no user, password, query or fragment.')
  }
  if (url.protocol === 'http:' && !isLocal(url.hostname)) {
    throw invalidOption('apiUrl may be http on this machine only; use https for any other host.')
  }
  return url.href.replace(/\/+$/, '')
}

function isLocal(hostname: string): boolean {
  return /^127(\.\d+){3}$|^\[::1\]$|^[^.:[\]]+$|\.localhost$/.test(hostname)
}
