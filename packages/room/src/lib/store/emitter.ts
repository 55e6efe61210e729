/** Listeners of something that happens often and is not kept. */
export interface Emitter<Value> {
  emit(value: Value): void
  subscribe(listener: (value: Value) => void, options?: { signal?: AbortSignal }): void
}

/** Calls each listener at once, for audio levels and signals, which must not wait for a snapshot. */
export function createEmitter<Value>(): Emitter<Value> {
  const listeners = new Set<(value: Value) => void>()
  return {
    emit(value) {
      for (const listener of listeners) listener(value)
    },
    subscribe(listener, { signal } = {}) {
      if (signal?.aborted) return
      const own = (value: Value): void => listener(value)
      listeners.add(own)
      signal?.addEventListener('abort', () => listeners.delete(own), { once: true })
    },
  }
}
