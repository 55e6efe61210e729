import type { SessionApi } from '@ot-room/video-api'
import type { OpenDoor } from '../features/feature.ts'
import type { Store } from '../store/store.ts'

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
  let hasSigned = false
  let checking: Promise<typeof ok> | undefined

  async function check(): Promise<typeof ok> {
    await Promise.all([
      store.read('readyz'),
      hasSigned || video.generateToken('readyz', { expiresIn: 1 }),
    ])
    hasSigned = true
    return ok
  }

  return [
    { method: 'GET', path: '/livez', handle: () => ok },
    {
      method: 'GET',
      path: '/readyz',
      // One check at a time and one signature in all: strangers may ask as often as they like.
      handle: () => (checking ??= check().finally(() => (checking = undefined))),
    },
  ]
}
