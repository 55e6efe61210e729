import assert from 'node:assert/strict'
import { test } from 'node:test'
import type OT from '@opentok/client'
import { subscribe } from './subscribe.ts'

test('a subscription leaves no listener on the session', () => {
  const listeners = new Set<unknown>()
  const subscriber = { on: () => undefined }
  const session = {
    on: (_name: string, listener: unknown) => listeners.add(listener),
    off: (_name: string, listener: unknown) => listeners.delete(listener),
    subscribe: () => subscriber,
  } as unknown as OT.Session
  const over = new AbortController()
  const nothing = (): void => undefined
  const context = {
    session,
    stay: {
      signal: over.signal,
      onEvent: nothing,
      onLevel: nothing,
      onSignal: nothing,
      onCaption: nothing,
    },
    videos: { put: nothing, remove: nothing, get: nothing, clear: nothing },
    captioning: { isRead: false, reads: nothing, become: nothing },
  } as unknown as Parameters<typeof subscribe>[1]
  for (const streamId of ['a', 'b', 'c']) subscribe({ streamId } as OT.Stream, context)
  assert.equal(listeners.size, 3)
  over.abort()
  assert.equal(listeners.size, 0)
})
