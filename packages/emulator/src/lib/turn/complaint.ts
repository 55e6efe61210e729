/** Whether a line that coturn prints says that it could not listen. */
export function isClash(line: string): boolean {
  return /Trying to bind|Cannot bind/.test(line)
}

/** What a line that coturn prints complains of, without the time; nothing when it is no complaint. */
export function complaintOf(line: string): string | undefined {
  const text = line.replace(/^\d+: *(\([^)]*\))?:? */, '').trim()
  // A client that closes its page.
  if (/socket error: (Connection reset|Broken pipe)/.test(text)) return undefined
  return /\bERROR\b|\bFATAL\b|^Bad /.test(text) ? text : undefined
}
