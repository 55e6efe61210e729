/** Takes steps of the same length, as many as time has passed. */
export interface Pacer {
  close(): void
}

// Whoever has slept longer goes on from where it is.
const mostBehindMs = 200

export function createPacer(stepMs: number, step: () => void): Pacer {
  let next = performance.now() + stepMs
  let timer: NodeJS.Timeout
  let state: 'open' | 'closed' = 'open'
  const wait = () => {
    timer = setTimeout(go, Math.max(0, next - performance.now()))
  }
  const go = () => {
    next = Math.max(next, performance.now() - mostBehindMs)
    while (next <= performance.now()) {
      next += stepMs
      step()
      if (state === 'closed') return
    }
    wait()
  }
  wait()
  return {
    close: () => {
      state = 'closed'
      clearTimeout(timer)
    },
  }
}
