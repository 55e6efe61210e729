import { act } from './act.ts'
import type { Move } from './act.ts'
import type { Store } from './store.ts'

/** What is stored under a lease's key. */
type Lease<Result> =
  | { readonly state: 'held'; readonly owner: string; readonly until: number }
  | { readonly state: 'done'; readonly result: Result; readonly until?: number }

/** How far a piece of work is that shall be done once. */
export type Progress<Result> =
  /** Never begun, released after a failure, or out of date. */
  | { readonly state: 'empty' }
  /** Somebody is at it. */
  | { readonly state: 'held' }
  /** The lease ran out before its owner was done: it may be dead. */
  | { readonly state: 'abandoned' }
  | { readonly state: 'done'; readonly result: Result }

/** The answer to a claim: do it, wait for whoever does, or take what is there. */
export type Claim<Result> =
  | { readonly state: 'leading' }
  | { readonly state: 'held' }
  | { readonly state: 'done'; readonly result: Result }

/** Work that is done once per key, by one owner at a time, whoever fails or dies. */
export interface Leases<Result> {
  /** Makes `owner` the leader for `leaseMs` if the work is empty or abandoned. */
  claim(
    key: string,
    lease: { readonly owner: string; readonly leaseMs: number },
  ): Promise<Claim<Result>>
  /**
   * Stores the result if `owner` is still the leader, late or not: the owner is the fence, not the
   * clock. False means that another took the lease over; then the result must not be used.
   */
  commit(
    key: string,
    outcome: {
      readonly owner: string
      readonly result: Result
      /** Milliseconds; default for good. */
      readonly lastsMs?: number | undefined
    },
  ): Promise<boolean>
  /** Makes the work empty again if `owner` is still its leader; otherwise does nothing. */
  release(key: string, owner: string): Promise<void>
  /** Forgets the result if it is still this one; false when it is not. */
  retire(key: string, isThis: (result: Result) => boolean): Promise<boolean>
  read(key: string): Promise<Progress<Result>>
}

/** Leases that are kept in a store. */
export function createLeases<Result>(store: Store): Leases<Result> {
  const decide = <Outcome>(
    key: string,
    think: (lease: Lease<Result> | undefined, now: number) => Move<Lease<Result>, Outcome>,
  ) => act(store, key, think)

  return {
    claim: (key, { owner, leaseMs }) =>
      decide(key, (lease, now): Move<Lease<Result>, Claim<Result>> => {
        const progress = progressOf(lease, now)
        if (progress.state === 'held' || progress.state === 'done') return { outcome: progress }
        const state = { state: 'held', owner, until: now + leaseMs } as const
        return { outcome: { state: 'leading' }, put: { state } }
      }),

    commit: (key, { owner, result, lastsMs }) =>
      decide(key, (lease, now): Move<Lease<Result>, boolean> => {
        if (!isHeldBy(lease, owner)) return { outcome: false }
        const until = lastsMs === undefined ? {} : { until: now + lastsMs }
        return { outcome: true, put: { state: { state: 'done', result, ...until }, lastsMs } }
      }),

    release: (key, owner) =>
      decide(key, (lease): Move<Lease<Result>, void> => {
        return { outcome: undefined, ...(isHeldBy(lease, owner) && { put: { state: undefined } }) }
      }),

    retire: (key, isThis) =>
      decide(key, (lease): Move<Lease<Result>, boolean> => {
        const outcome = lease?.state === 'done' && isThis(lease.result)
        return { outcome, ...(outcome && { put: { state: undefined } }) }
      }),

    read: (key) => decide(key, (lease, now) => ({ outcome: progressOf(lease, now) })),
  }
}

function progressOf<Result>(lease: Lease<Result> | undefined, now: number): Progress<Result> {
  if (lease === undefined) return { state: 'empty' }
  if (lease.state === 'held') return { state: lease.until > now ? 'held' : 'abandoned' }
  const { result, until = Infinity } = lease
  return until > now ? { state: 'done', result } : { state: 'empty' }
}

function isHeldBy<Result>(lease: Lease<Result> | undefined, owner: string): boolean {
  return lease?.state === 'held' && lease.owner === owner
}
