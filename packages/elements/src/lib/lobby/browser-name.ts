/** The browsers whose way of allowing a camera differs. */
export type BrowserName = 'chromium' | 'firefox' | 'safari'

/** Which browser calls itself that; an unknown one is most likely made of Chromium. */
export function browserName(userAgent: string): BrowserName {
  if (/firefox|fxios/i.test(userAgent)) return 'firefox'
  return /safari/i.test(userAgent) && !/chrom|crios|edg/i.test(userAgent) ? 'safari' : 'chromium'
}
