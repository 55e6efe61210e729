/** Whether a text is an address; browsers older than 2024 have no `URL.canParse`. */
export function isUrl(text: string, base?: string): boolean {
  try {
    return Boolean(new URL(text, base))
  } catch {
    return false
  }
}
