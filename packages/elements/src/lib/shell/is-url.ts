/** `URL.canParse`, also in browsers older than 2024. */
export function isUrl(text: string, base?: string): boolean {
  try {
    return Boolean(new URL(text, base))
  } catch {
    return false
  }
}
