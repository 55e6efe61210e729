import type { SessionApi } from '@ot-room/video-api'
import type { OpenDoor } from '../features/feature.ts'
import type { Store } from '../store/store.ts'

/** How long a key that has signed is not asked to sign again, in milliseconds: strangers may ask as often as they like. */
const trustMs = 60_000

const ok = { text: '{"status":"ok"}', headers: { 'Content-Type': 'application/json' } }

/**
 * `GET /livez`: the process answers. `GET /readyz`: the store answers and the key can sign. The
 * platform is not asked: its bad minute must not take every server out of service.
 */
export function healthDoors({
  video,
  store,
}: {
  readonly video: SessionApi
  readonly store: Store
}): readonly OpenDoor[] {
  let signs: { readonly done: Promise<unknown>; readonly until: number } | undefined
  let reads: Promise<unknown> | undefined

  function signing(): Promise<unknown> {
    if (signs !== undefined && signs.until > performance.now()) return signs.done
    const done = video.generateToken('readyz', { expiresIn: 1 })
    signs = { done, until: performance.now() + trustMs }
    done.catch(() => (signs = undefined))
    return done
  }

  /** One at a time, however many ask. */
  function reading(): Promise<unknown> {
    reads ??= store.read('readyz').finally(() => (reads = undefined))
    return reads
  }

  return [
    { method: 'GET', path: '/livez', handle: () => ok },
    {
      method: 'GET',
      path: '/readyz',
      async handle() {
        await Promise.all([reading(), signing()])
        return ok
      },
    },
  ]
}
