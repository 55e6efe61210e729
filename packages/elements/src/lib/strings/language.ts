/** The language of an element as the page says it, nearest first, through shadow roots; else the visitor's own. */
export function languageOf(element: Element): string {
  for (let at: Element | undefined = element; at; at = parentOf(at)) {
    const language = at.getAttribute('lang')
    if (language) return language
  }
  return navigator.language
}

function parentOf(element: Element): Element | undefined {
  const parent = element.parentNode
  if (parent instanceof ShadowRoot) return parent.host
  return parent instanceof Element ? parent : undefined
}

/** Calls back when a page, an element around or the element itself gets another language. */
export function onLanguageChange(element: Element, changed: () => void, signal: AbortSignal): void {
  const observer = new MutationObserver(changed)
  for (let at: Element | undefined = element; at; at = parentOf(at)) {
    observer.observe(at, { attributes: true, attributeFilter: ['lang'] })
  }
  signal.addEventListener('abort', () => observer.disconnect())
}
