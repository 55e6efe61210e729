/** The parser makes a number of what looks like one, whatever its types say. */
export function midOf({ mid }: { readonly mid?: string | number }): string {
  return mid === undefined ? '' : mid.toString()
}
