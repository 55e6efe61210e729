/** How an attribute looks as a property. */
export type AttributeKind = 'text' | 'presence'

/** Gives a class one property per attribute, `self-view` as `selfView`; the attribute alone holds the value. */
export function reflect(
  prototype: HTMLElement,
  attributes: Readonly<Record<string, AttributeKind>>,
): void {
  for (const [attribute, kind] of Object.entries(attributes)) {
    Object.defineProperty(prototype, propertyOf(attribute), {
      enumerable: true,
      configurable: true,
      get(this: HTMLElement) {
        return kind === 'text'
          ? (this.getAttribute(attribute) ?? undefined)
          : this.hasAttribute(attribute)
      },
      set(this: HTMLElement, value: string | boolean | null | undefined) {
        if (kind === 'presence') this.toggleAttribute(attribute, Boolean(value))
        else if (value === undefined || value === null) this.removeAttribute(attribute)
        else this.setAttribute(attribute, String(value))
      },
    })
  }
}

/** Hands properties that a page has set before the element was defined to their setters. */
export function adoptEarlyProperties(element: HTMLElement, names: Iterable<string>): void {
  for (const name of names) {
    if (!Object.hasOwn(element, name)) continue
    const value: unknown = Reflect.get(element, name)
    Reflect.deleteProperty(element, name)
    Reflect.set(element, name, value)
  }
}

/** The property of an attribute. */
export function propertyOf(attribute: string): string {
  return attribute.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}
