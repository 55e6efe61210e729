import { isUrl } from '../shell/is-url.ts'
import type { RoomError } from '@ot-room/room'

/** Tells whoever builds the page, in the console, what a visitor cannot mend: the address of the backend and who may use it. */
export function adviseOwner(
  { code }: RoomError,
  { endpoint = '' }: { readonly endpoint: string | undefined },
): void {
  const advice = adviceFor(code, endpoint)
  if (advice !== undefined) console.error(`<ot-room>: ${advice}`)
}

function adviceFor(code: RoomError['code'], endpoint: string): string | undefined {
  const { origin, protocol } = location
  if (code === 'page-not-allowed') {
    return (
      `the backend at ${endpoint} answers, but pages of ${origin} may not use it. ` +
      `List this origin there: OT_ORIGINS=${origin}, or origins: ['${origin}'] of createBackend.`
    )
  }
  if (code !== 'backend-unreachable') return undefined
  if (!isUrl(endpoint, document.baseURI)) return `endpoint="${endpoint}" is no address.`
  const url = new URL(endpoint, document.baseURI)
  if (protocol === 'https:' && url.protocol === 'http:') {
    return `a page with https may not ask ${url.origin} without it (mixed content). Give the backend https.`
  }
  return `nothing answers at ${url.href}. Is the backend running, and is this its address?`
}
