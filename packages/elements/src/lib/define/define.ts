/** Registers every tag that is still free: a page may load two copies, and the first one wins. */
export function define(elements: Readonly<Record<string, CustomElementConstructor>>): void {
  // On a server there is nothing to register with.
  const registry = globalThis.customElements
  for (const [tag, element] of Object.entries(elements)) {
    if (registry && !registry.get(tag)) registry.define(tag, element)
  }
}
