/** Where a request comes from, as far as browsers say so truthfully. */
export type Provenance =
  /** Not a browser, or a page of this server itself. */
  | { readonly kind: 'same-origin' }
  /** A page that the site listed. */
  | { readonly kind: 'listed'; readonly origin: string }
  | { readonly kind: 'foreign' }

/** Judges a request by its `Origin`, compared as a whole and never as a pattern. */
export function provenance(request: Request, listed: ReadonlySet<string>): Provenance {
  const origin = request.headers.get('origin')
  if (origin === null) return { kind: 'same-origin' }
  if (listed.has(origin)) return { kind: 'listed', origin }
  // Behind a proxy that ends TLS the own URL says http, so the browser's word counts as well.
  const own = origin === new URL(request.url).origin
  const said = origin !== 'null' && request.headers.get('sec-fetch-site') === 'same-origin'
  return { kind: own || said ? 'same-origin' : 'foreign' }
}

/**
 * Checks a list of exact origins: `https://site.example`, or that of an app that brings its own pages, such as
 * `capacitor://localhost`. Throws TypeError for anything wider.
 */
export function originList(origins: readonly string[]): ReadonlySet<string> {
  for (const origin of origins) {
    if (!isWebOrigin(origin) && !isAppOrigin(origin)) {
      throw new TypeError(
        `origins lists exact origins such as https://site.example, not ${JSON.stringify(origin)}.`,
      )
    }
  }
  return new Set(origins)
}

function isWebOrigin(origin: string): boolean {
  if (!/^https?:/.test(origin) || origin.includes('*') || !URL.canParse(origin)) return false
  return new URL(origin).origin === origin
}

/** Schemes of which every page would share one origin, or which are no page's. */
const shared = ['file', 'data', 'blob', 'about', 'javascript', 'http', 'https', 'ws', 'wss', 'ftp']

/** The scheme and host that an app gives its pages; the URL standard knows no origin for these, browsers send one. */
function isAppOrigin(origin: string): boolean {
  const [, scheme = ''] =
    /^([a-z][a-z\d+.-]{0,63}):\/\/[a-z\d](?:[a-z\d.-]{0,252}[a-z\d])?(?::\d{1,5})?$/.exec(origin) ??
    []
  return scheme !== '' && !shared.includes(scheme)
}
