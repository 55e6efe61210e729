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
    if (!isWebOrigin(origin) && !appOrigin.test(origin)) {
      throw new TypeError(
        `origins lists exact origins such as https://site.example, not ${JSON.stringify(origin)}.`,
      )
    }
  }
  return new Set(origins)
}

function isWebOrigin(origin: string): boolean {
  return URL.canParse(origin) && new URL(origin).origin === origin && !origin.includes('*')
}

/** The scheme and host that an app gives its pages; URLs of such schemes have no origin, but browsers send one. */
const appOrigin =
  /^(?!(?:file|data|blob|about|javascript|https?|wss?|ftp):)[a-z][a-z\d+.-]*:\/\/[a-z\d.-]+(?::\d+)?$/
