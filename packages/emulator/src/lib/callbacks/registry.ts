import type { Callback, CallbackGroup } from '../session/outcome.ts'

/** Where an account wants to hear of something. */
export interface Registration {
  readonly id: string
  /** The API key or application id that registered it. */
  readonly key: string
  /** What it is about: a group, or for session monitoring also one of `session`, `connection`, `stream`. */
  readonly group: RegisteredGroup
  /** The one kind of event it is about, as in `created`; every event of the group when absent. */
  readonly event?: string
  readonly url: string
  /** Milliseconds since the epoch. */
  readonly createdAt: number
}

export type RegisteredGroup = CallbackGroup | 'connection' | 'stream'

export const registeredGroups: readonly RegisteredGroup[] = [
  'session',
  'connection',
  'stream',
  'archive',
  'broadcast',
  'sip',
  'render',
  'captions',
]

/** The addresses that accounts have registered. */
export interface CallbackRegistry {
  add(registration: Registration): void
  listOf(key: string): readonly Registration[]
  /** Whether there was one of that id. */
  remove(key: string, id: string): boolean
  /** Where that account hears of it. */
  addressesFor(key: string, callback: Callback): readonly string[]
  /** Goes back to the registrations there were at the start. */
  reset(): void
}

export function createCallbackRegistry(initial: readonly Registration[]): CallbackRegistry {
  let registrations = initial
  const listOf = (key: string) => registrations.filter((registration) => registration.key === key)
  return {
    add: (registration) => {
      registrations = [...registrations, registration]
    },
    listOf,
    remove: (key, id) => {
      const kept = registrations.filter((held) => held.key !== key || held.id !== id)
      const found = kept.length < registrations.length
      registrations = kept
      return found
    },
    addressesFor: (key, callback) => {
      if (callback.url !== undefined) return [callback.url]
      const wanted = listOf(key).filter((registration) => concerns(registration, callback))
      return [...new Set(wanted.map(({ url }) => url))]
    },
    reset: () => {
      registrations = initial
    },
  }
}

/** Whether somebody who registered so wants to hear of that. */
function concerns({ group, event }: Registration, callback: Callback): boolean {
  if (callback.group !== 'session') return group === callback.group
  // `connectionCreated` is the event `created` of the group `connection`, and one of session monitoring.
  const happened = callback.body['event']
  const name = typeof happened === 'string' ? happened : ''
  const [subject = '', verb = ''] = name.split(/(?=[A-Z])/)
  if (group !== 'session' && group !== subject) return false
  return event === undefined || event === name || event === verb.toLowerCase()
}
