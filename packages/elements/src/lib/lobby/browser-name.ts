/** The browsers whose way of allowing a camera differs. */
export type BrowserName = 'chromium' | 'firefox' | 'safari'

/** Which browser calls itself that; an unknown one is most likely made of Chromium. */
export function browserName(userAgent: string): BrowserName {
  if (/firefox|fxios/i.test(userAgent)) return 'firefox'
  return /safari/i.test(userAgent) && !/chrom|crios|edg/i.test(userAgent) ? 'safari' : 'chromium'
}

/** What people call the browser that calls itself that; an unknown one is most likely made of Chromium. */
export function browserTitle(userAgent: string): string {
  const titles = {
    Edge: /edg/i,
    Opera: /opr\//i,
    Firefox: /firefox|fxios/i,
    Chrome: /chrom|crios/i,
  }
  const known = Object.entries(titles).find(([, pattern]) => pattern.test(userAgent))
  return known?.[0] ?? (/safari/i.test(userAgent) ? 'Safari' : 'Chromium')
}

/** The systems whose way of allowing a camera differs. */
export type SystemName = 'mac' | 'windows' | 'other'

/** Which system a browser says that it runs on. */
export function systemName(userAgent: string): SystemName {
  if (/macintosh/i.test(userAgent)) return 'mac'
  return /windows/i.test(userAgent) ? 'windows' : 'other'
}
