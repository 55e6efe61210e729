/** How many of what one session takes. */
export interface Limits {
  readonly connections: number
  /** Published at the same time. */
  readonly streams: number
  /** Of one connection, at the same time. */
  readonly subscriptions: number
}

export const noLimits: Limits = {
  connections: Infinity,
  streams: Infinity,
  subscriptions: Infinity,
}
