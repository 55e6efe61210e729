/** The parser makes a number of what looks like one, whatever its types say. */
export function midOf({ mid }: { readonly mid?: string | number }): string {
  return mid === undefined ? '' : mid.toString()
}

/** The payload types of a section; a single one is made a number, too. */
export function payloadsOf({ payloads }: { readonly payloads?: string | number }): string {
  return payloads === undefined ? '' : payloads.toString()
}
