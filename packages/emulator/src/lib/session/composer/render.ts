import type { JsonObject } from '../../wire/json.ts'
import { derive } from '../collection.ts'
import type { Guest, GuestStream } from '../guest/guest.ts'
import type { Callback } from '../outcome.ts'
import { ownerOf } from '../owner.ts'
import type { Session } from '../session.ts'

/** A web page that is rendered into a stream (Experience Composer); it is kept after it has ended. */
export interface Render extends RenderSettings {
  readonly id: string
  readonly guest: Guest
  readonly stream: GuestStream
  readonly status: 'starting' | 'started' | 'stopped' | 'failed'
  /** Why it has ended; empty until then. */
  readonly reason: string
  /** Milliseconds since the epoch. */
  readonly createdAt: number
  /** Milliseconds since the epoch. */
  readonly updatedAt: number
}

export interface RenderSettings {
  readonly url: string
  /** As in `1280x720`. */
  readonly resolution: string
  /** In seconds. */
  readonly maxDuration: number
  readonly name: string
  readonly statusCallbackUrl?: string | undefined
}

export type RenderMessage = StartRender | { readonly type: 'stop-render'; readonly id: string }

export interface StartRender {
  readonly type: 'start-render'
  readonly id: string
  readonly guest: Guest
  readonly stream: GuestStream
  readonly settings: RenderSettings
}

/** Whether the page is, or is about to be, in the session. */
export function isRunning({ status }: Render): boolean {
  return status === 'starting' || status === 'started'
}

/** Those of a session's renders that have not ended. */
export const runningRenders = derive((renders: readonly Render[]) => renders.filter(isRunning))

/** A render as the REST API writes it. */
export function describeRender(session: Session, render: Render): JsonObject {
  const { id, createdAt, updatedAt, url, resolution, status, reason, name, stream } = render
  return {
    id,
    sessionId: session.id,
    ...ownerOf(session),
    createdAt,
    updatedAt,
    ...(render.statusCallbackUrl !== undefined && { callbackUrl: render.statusCallbackUrl }),
    name,
    url,
    resolution,
    status,
    streamId: stream.id,
    ...(reason !== '' && { reason }),
  }
}

/** Tells whoever asked for it what became of a render. */
export function renderCallback(session: Session, render: Render): Callback {
  const { statusCallbackUrl: url } = render
  const body = describeRender(session, render)
  return { type: 'callback', group: 'render', body, ...(url !== undefined && { url }) }
}
