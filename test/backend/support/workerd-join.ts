import { createSessionApi } from '@ot-room/video-api/sessions'
import { createBackend } from '@ot-room/backend'
import { durableObjectStore, type DurableObjectBinding } from '@ot-room/backend/cloudflare'

export { StoreObject } from '@ot-room/backend/cloudflare'

type Bindings = {
  readonly STORE: DurableObjectBinding
  readonly OPENTOK_API_KEY: string
  readonly OPENTOK_API_SECRET: string
  readonly OT_API_URL: string
}

let backend: ReturnType<typeof createBackend> | undefined

/** Joining alone: the least that lets people in. */
const worker = {
  fetch(request: Request, env: Bindings): Response | Promise<Response> {
    backend ??= createBackend({
      video: createSessionApi({
        apiKey: env.OPENTOK_API_KEY,
        apiSecret: env.OPENTOK_API_SECRET,
        apiUrl: env.OT_API_URL,
      }),
      store: durableObjectStore(env.STORE),
      public: true,
    })
    return backend.fetch(request, env)
  },
}
export default worker
