/** The addresses of code that scripts of the page have given, by element and attribute. */
const given = new WeakMap<Element, Map<string, unknown>>()

/** A script of the page has set this address as a property. */
export function noteAddress(element: Element, attribute: string, address: unknown): void {
  const known = given.get(element) ?? new Map<string, unknown>()
  given.set(element, known.set(attribute, address))
}

/** Whether a script of the page has given this address, and not an attribute in its HTML. */
export function isFromScript(element: Element, attribute: string, address: string): boolean {
  return given.get(element)?.get(attribute) === address
}
