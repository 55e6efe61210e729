import { createBackend, createVideoApi } from '@ot-room/backend'
import {
  d1Store,
  durableObjectStore,
  type D1Binding,
  type DurableObjectBinding,
} from '@ot-room/backend/cloudflare'

export { StoreObject } from '@ot-room/backend/cloudflare'

type Bindings = {
  readonly STORE: DurableObjectBinding
  readonly DB: D1Binding
  /** Which of the two is the store. */
  readonly BINDING: 'STORE' | 'DB'
  readonly OT_API_URL: string
}

const apiSecret = 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00'
let backend: ReturnType<typeof createBackend> | undefined

/** A backend that remembers in either of its bindings. */
const worker = {
  fetch(request: Request, env: Bindings): Response | Promise<Response> {
    backend ??= createBackend({
      video: createVideoApi({ apiKey: '100', apiSecret, apiUrl: env.OT_API_URL }),
      store: env.BINDING === 'DB' ? d1Store(env.DB) : durableObjectStore(env.STORE),
      public: true,
    })
    return backend.fetch(request, env)
  },
}
export default worker
