import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock.ts'
import type { Callback } from '../session/outcome.ts'
import type { Session } from '../session/session.ts'
import { afterAttempt, pauseAfter } from './delivery.ts'
import type { Delivery } from './delivery.ts'
import type { CallbackRegistry } from './registry.ts'
import { signCallback } from './signature.ts'

/** Brings callbacks to where their accounts want to hear of them: in order for each session and address. */
export interface Courier {
  notify(session: Session, callback: Callback): void
  /** The latest callbacks, oldest first, also those nobody has registered for. */
  list(): readonly Delivery[]
  /** Forgets everything, also what is still waiting. */
  reset(): void
}

export interface CourierOptions {
  readonly registry: CallbackRegistry
  readonly clock: Clock
  /** What callbacks are signed with. */
  readonly signatureSecret: string
  readonly log: (line: string) => void
}

const mostKept = 1000
// For one session and address; an address that never answers must not fill the memory.
const mostWaiting = 1000
const attemptMs = 10_000

/** What waits for one address, in order. */
interface Queue {
  waiting: number
  last: Promise<void>
}

export function createCourier({ registry, clock, signatureSecret, log }: CourierOptions): Courier {
  const deliveries = new Map<string, Delivery>()
  const queues = new Map<string, Queue>()
  let stop = new AbortController()

  const keep = (delivery: Delivery) => {
    deliveries.set(delivery.id, delivery)
    const [oldest] = deliveries.keys()
    if (deliveries.size > mostKept && oldest !== undefined) deliveries.delete(oldest)
  }

  const deliver = async (first: Delivery, url: string, signal: AbortSignal) => {
    let delivery = first
    while (delivery.state === 'waiting' && !signal.aborted) {
      const result = await send(delivery, url, signal)
      if (signal.aborted) return
      delivery = afterAttempt(delivery, result, clock.now())
      keep(delivery)
      if (delivery.state === 'delivered') return
      const { pathname, origin } = new URL(url)
      log(`a callback to ${origin}${pathname} failed, attempt ${delivery.attempts}: ${result}`)
      if (delivery.state === 'waiting') await pause(clock, pauseAfter(delivery.attempts), signal)
    }
  }

  const send = async (delivery: Delivery, url: string, signal: AbortSignal) => {
    const body = JSON.stringify(delivery.body)
    const signing = { key: delivery.key, secret: signatureSecret, now: clock.now() }
    const token = await signCallback(body, signing)
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body,
        redirect: 'manual',
        signal: AbortSignal.any([signal, AbortSignal.timeout(attemptMs)]),
      })
      await response.body?.cancel()
      return response.status
    } catch (error) {
      return reasonOf(error)
    }
  }

  const enqueue = (delivery: Delivery, url: string) => {
    const name = `${delivery.sessionId} ${url}`
    const queue = queues.get(name) ?? { waiting: 0, last: Promise.resolve() }
    if (queue.waiting >= mostWaiting) {
      return keep({ ...delivery, state: 'given-up', result: 'too many are waiting' })
    }
    keep(delivery)
    const { signal } = stop
    queue.waiting += 1
    queue.last = queue.last
      .then(() => deliver(delivery, url, signal))
      .then(() => {
        queue.waiting -= 1
        if (queue.waiting === 0 && queues.get(name) === queue) queues.delete(name)
      })
    queues.set(name, queue)
  }

  return {
    notify: (session, { group, body, ...callback }) => {
      const about = { key: session.key, sessionId: session.id, group, body, at: clock.now() }
      const made = () => ({ ...about, id: randomUUID(), attempts: 0 })
      const urls = registry.addressesFor(session.key, { group, body, ...callback })
      if (urls.length === 0) keep({ ...made(), url: null, state: 'unaddressed' })
      for (const url of urls) {
        enqueue({ ...made(), url, state: 'waiting' }, url)
      }
    },
    list: () => [...deliveries.values()],
    reset: () => {
      stop.abort()
      stop = new AbortController()
      deliveries.clear()
      queues.clear()
    },
  }
}

async function pause(clock: Clock, milliseconds: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const callOff = clock.alarm(clock.now() + milliseconds, resolve)
    signal.addEventListener('abort', () => {
      callOff()
      resolve()
    })
  })
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'failed'
  if (error.name === 'TimeoutError') return 'no answer in time'
  return error.cause instanceof Error && 'code' in error.cause
    ? String(error.cause.code)
    : error.message
}
