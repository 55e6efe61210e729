import { Hono } from 'hono/tiny'
import type { SessionApi } from '@ot-room/video-api'
import type { Store } from '../store/store.ts'

/**
 * `GET /livez`: the process answers. `GET /readyz`: the store answers and the key can sign. The
 * platform is not asked: its bad minute must not take every server out of service.
 */
export function healthRoutes({ video, store }: { video: SessionApi; store: Store }) {
  return new Hono()
    .get('/livez', (c) => c.json({ status: 'ok' }))
    .get('/readyz', async (c) => {
      const checks = [store.read('readyz'), video.generateToken('readyz', { expiresIn: 1 })]
      await Promise.all(checks)
      return c.json({ status: 'ok' })
    })
}
