import { isFromScript } from '../shell/script-address.ts'

/** Where the vendor keeps OpenTok.js. */
const vendor = /(?:^|\.)opentok\.com$/

/**
 * Throws unless code may come from there. Attributes are data to many systems: a sanitiser lets them pass, and a page's policy
 * takes a script that a trusted one adds. So an attribute brings code of the page's own origin or of OpenTok.js' vendor;
 * any other address is set by a script of the page, as a property.
 */
export function refuseForeign(host: Element, attribute: string, url: string): void {
  if (isFromScript(host, attribute, url)) return
  const { origin, protocol, hostname } = new URL(url, document.baseURI)
  // `null` stands for every opaque origin, such as that of a data: URL, so equal does not mean same.
  if (origin !== 'null' && origin === self.origin) return
  if (attribute === 'opentok' && protocol === 'https:' && vendor.test(hostname)) return
  const reason = `<ot-room>: the attribute ${attribute} may not bring code from ${origin === 'null' ? protocol : origin}. Set the property instead${
    attribute === 'opentok' ? ', or give the attribute integrity' : ''
  }.`
  console.error(reason)
  throw new TypeError(reason)
}
