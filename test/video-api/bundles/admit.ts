import { createSessionApi } from '@ot-room/video-api/sessions'

interface Bindings {
  readonly API_KEY: string
  readonly API_SECRET: string
}

/** A Worker that creates a session and mints a token for it. */
const worker = {
  async fetch(_request: Request, { API_KEY, API_SECRET }: Bindings): Promise<Response> {
    const video = createSessionApi({ apiKey: API_KEY, apiSecret: API_SECRET })
    const { sessionId } = await video.createSession({ mediaMode: 'routed' })
    return Response.json({ sessionId, token: await video.generateToken(sessionId) })
  },
}
// oxlint-disable-next-line import/no-default-export -- Workers are found by it.
export default worker
