/** Resolves once an element comes near the visible part of the page; never after `signal` has aborted. */
export function whenSeen(element: Element, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return
        observer.disconnect()
        resolve()
      },
      { rootMargin: '25%' },
    )
    observer.observe(element)
    signal.addEventListener('abort', () => observer.disconnect())
  })
}
