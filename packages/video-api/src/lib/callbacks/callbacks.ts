import { answered, filled, listOf, number, record } from '../answers/answered.ts'
import type { Readers } from '../answers/answered.ts'
import type { OpenUnion } from '../answers/open-union.ts'
import { readOptions } from '../options/call-options.ts'
import type { CallOptions } from '../options/call-options.ts'
import { needed, text, url } from '../options/checks.ts'
import type { Checks } from '../options/checks.ts'
import { listLimit } from '../platform/answer-text.ts'
import { pathPart } from '../platform/path.ts'
import type { CallProject } from '../platform/project-caller.ts'
import { VideoError } from '../video-error.ts'

/** What callbacks are about. */
export type CallbackGroup = OpenUnion<
  'session' | 'connection' | 'stream' | 'archive' | 'broadcast' | 'sip' | 'render' | 'captions'
>

export interface CallbackTopic {
  readonly group: CallbackGroup
  /** The one kind of event, as in `status` or `created`; without it every one of the group. */
  readonly event?: string
  /** Where the platform shall send them. */
  readonly url: string
}

export interface RegisterCallbackOptions extends CallbackTopic, CallOptions {}

/** A registration as the platform describes it, frozen. */
export interface Callback {
  readonly id: string
  readonly group?: CallbackGroup
  readonly event?: string
  readonly url?: string
  /** Milliseconds since 1970. */
  readonly createdAt?: number
}

/** Where the platform reports what happens; npm `opentok` alone has them, and otherwise they are set in the dashboard. */
export interface Callbacks {
  register(options: RegisterCallbackOptions): Promise<Callback>
  list(options?: CallOptions): Promise<readonly Callback[]>
  unregister(callbackId: string, options?: CallOptions): Promise<void>
}

const checks: Checks<CallbackTopic> = {
  group: needed(text(1, 64)),
  event: text(1, 64),
  url: needed(url('https', 'http')),
}

const callback: Readers<Callback> = {
  needed: { id: filled },
  rest: { group: filled, event: filled, url: filled, createdAt: number },
}

export function callbacks(call: CallProject): Callbacks {
  const one = answered('a callback', callback)
  const all = listOf(record(callback))
  return Object.freeze({
    async register(options) {
      const { signal, wanted } = readOptions(options, 'callbacks.register', checks)
      return one(await call({ method: 'POST', path: '/callback', json: { ...wanted }, signal }))
    },

    async list(options) {
      const { signal } = readOptions(options, 'callbacks.list', {})
      const answer = await call({
        method: 'GET',
        path: '/callback',
        signal,
        answerLimit: listLimit,
      })
      const found = all(answer)
      if (found !== undefined) return found
      throw new VideoError(
        'unexpected-response',
        'The platform answered with no list of callbacks.',
      )
    },

    async unregister(callbackId, options) {
      const { signal } = readOptions(options, 'callbacks.unregister', {})
      const path = `/callback/${pathPart('callbackId', callbackId)}`
      await call({ method: 'DELETE', path, signal })
    },
  } satisfies Callbacks)
}
