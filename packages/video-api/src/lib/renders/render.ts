import { filled, number, owner } from '../answers/answered.ts'
import type { Readers } from '../answers/answered.ts'
import type { OpenUnion } from '../answers/open-union.ts'
import type { Resolution } from '../composition/resolution.ts'

/** A web page that is rendered into a stream, as the platform describes it, frozen. Times are milliseconds since 1970. */
export interface Render {
  readonly id: string
  readonly status: OpenUnion<'starting' | 'started' | 'stopped' | 'failed'>
  readonly sessionId?: string
  /** The API key or application id. */
  readonly applicationId?: string
  readonly createdAt?: number
  readonly updatedAt?: number
  readonly url?: string
  readonly callbackUrl?: string
  readonly resolution?: OpenUnion<Resolution>
  readonly name?: string
  /** What it publishes. */
  readonly streamId?: string
  /** Why it failed. */
  readonly reason?: string
}

export const render: Readers<Render> = {
  needed: { id: filled, status: filled },
  rest: {
    sessionId: filled,
    applicationId: owner,
    createdAt: number,
    updatedAt: number,
    url: filled,
    callbackUrl: filled,
    resolution: filled,
    name: filled,
    streamId: filled,
    reason: filled,
  },
}
