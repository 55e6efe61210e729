/** Called with the newest value; several changes in one task come as one call. */
export type Listener<Value> = (value: Value) => void

/** A value that is replaced and never changed. */
export interface Store<Value extends object> {
  readonly value: Value
  set(value: Value): void
  subscribe(listener: Listener<Value>, options?: { signal?: AbortSignal }): void
}

/** Holds a frozen value and tells listeners of a new one in one microtask. */
export function createStore<Value extends object>(initial: Value): Store<Value> {
  const listeners = new Set<Listener<Value>>()
  let current = freeze(initial)
  let flushing = false

  function flush(): void {
    flushing = false
    for (const listener of listeners) {
      // One broken listener must not keep the others from the news.
      try {
        listener(current)
      } catch (error) {
        globalThis.reportError?.(error)
      }
    }
  }

  return {
    get value() {
      return current
    },
    set(value) {
      if (value === current) return
      current = freeze(value)
      if (flushing) return
      flushing = true
      queueMicrotask(flush)
    },
    subscribe(listener, { signal } = {}) {
      if (signal?.aborted) return
      // Wrapped so that the same function given twice is two subscriptions.
      const own: Listener<Value> = (value) => listener(value)
      listeners.add(own)
      signal?.addEventListener('abort', () => listeners.delete(own), { once: true })
    },
  }
}

function freeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  const prototype: unknown = Object.getPrototypeOf(value)
  // Only plain data is frozen: errors and media objects belong to somebody else.
  if (prototype !== Object.prototype && prototype !== Array.prototype) return value
  Object.freeze(value)
  for (const part of Object.values(value)) freeze(part)
  return value
}
