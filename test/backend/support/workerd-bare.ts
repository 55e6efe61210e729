import { createSessionApi } from '@ot-room/video-api/sessions'
import { Hono } from 'hono/tiny'

const apiSecret = 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00'
const video = createSessionApi({ apiKey: '100', apiSecret })

/** The baseline: a route that signs the same token and does nothing else of what a backend has to do. */
const worker = new Hono().post('/rooms/:room/join', async (c) => {
  const { name } = await c.req.json<{ name: string }>()
  const expireTime = Math.floor(Date.now() / 1000) + 600
  const data = JSON.stringify({ name })
  const token = await video.generateToken('1_x', { role: 'publisher', expireTime, data })
  return c.json({ applicationId: '100', sessionId: '1_x', token, role: 'publisher', name })
})
export default worker
