/** Notices when nothing is heard any more. */
export interface Silence {
  heard(): void
  stop(): void
}

export interface SilenceOptions {
  /** How long it may be silent, in milliseconds. */
  readonly limitMs: number
  readonly onSilent: () => void
}

export function watchSilence({ limitMs, onSilent }: SilenceOptions): Silence {
  let lastHeard = performance.now()

  // One timer for each limit, however much is heard meanwhile: it looks back when it ends.
  const look = () => {
    const left = limitMs - (performance.now() - lastHeard)
    if (left <= 0) return onSilent()
    timer = setTimeout(look, Math.ceil(left)).unref()
  }
  let timer = setTimeout(look, limitMs).unref()

  return {
    heard: () => {
      lastHeard = performance.now()
    },
    stop: () => clearTimeout(timer),
  }
}
