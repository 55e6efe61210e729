/** One event of OpenTok.js, cut down to what crosses the border of a page. */
export type HeardEvent = Readonly<Record<string, unknown>> & { readonly name: string }

/** Everything that a page heard, and a way to wait for what it has not heard yet. */
export interface EventLog {
  readonly all: readonly HeardEvent[]
  add(event: HeardEvent): void
  /** Resolves with the first event that has these values, heard already or still to come; rejects after five seconds. */
  hears(name: string, values?: Readonly<Record<string, unknown>>): Promise<HeardEvent>
  forget(): void
}

const patienceMs = 5000

export function createEventLog(owner: string): EventLog {
  let all: HeardEvent[] = []
  const listeners = new Set<(event: HeardEvent) => void>()

  const hears: EventLog['hears'] = (name, values = {}) => {
    const wanted = { name, ...values }
    const past = all.find((event) => matches(event, wanted))
    if (past !== undefined) return Promise.resolve(past)
    return new Promise((resolve, reject) => {
      const listener = (event: HeardEvent) => {
        if (!matches(event, wanted)) return
        end()
        resolve(event)
      }
      const timer = setTimeout(() => {
        end()
        const heard = all.map((event) => JSON.stringify(event)).join(', ')
        reject(
          new Error(`${owner} never heard ${JSON.stringify(wanted)}, but: ${heard || 'nothing'}`),
        )
      }, patienceMs)
      const end = () => {
        clearTimeout(timer)
        listeners.delete(listener)
      }
      listeners.add(listener)
    })
  }

  return {
    get all() {
      return all
    },
    add: (event) => {
      all.push(event)
      for (const listener of listeners) listener(event)
    },
    hears,
    forget: () => {
      all = []
    },
  }
}

function matches(event: HeardEvent, wanted: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(wanted).every(([key, value]) => Object.is(event[key], value))
}
