import { cloudflareAddress, createBackend, createVideoApi, jsonLog } from '@ot-room/backend'
import { durableObjectStore, type DurableObjectBinding } from '@ot-room/backend/cloudflare'
import { readEnvironment, type Environment } from '@ot-room/backend/environment'

export { StoreObject } from '@ot-room/backend/cloudflare'

type Bindings = Environment & { readonly STORE: DurableObjectBinding }

let backend: ReturnType<typeof createBackend> | undefined

/** The backend that the Worker's variables, secrets and bindings describe. */
const worker = {
  fetch(request: Request, env: Bindings): Response | Promise<Response> {
    backend ??= backendFor(env)
    return backend.fetch(request, env)
  },
}

function backendFor(env: Bindings): ReturnType<typeof createBackend> {
  const { video, backend } = readEnvironment(env)
  return createBackend({
    video: createVideoApi(video),
    store: durableObjectStore(env.STORE),
    ...backend,
    address: cloudflareAddress,
    log: jsonLog(),
  })
}

export default worker
