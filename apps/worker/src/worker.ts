import { cloudflareAddress, createBackend, createVideoApi, jsonLog } from '@ot-room/backend'
import { durableObjectStore, type DurableObjectBinding } from '@ot-room/backend/cloudflare'
import {
  featuresOf,
  featureVariables,
  readEnvironment,
  type Environment,
} from '@ot-room/backend/environment'

export { StoreObject } from '@ot-room/backend/cloudflare'

type Bindings = Environment & { readonly STORE: DurableObjectBinding }

let backend: ReturnType<typeof createBackend> | undefined

/** The backend that the Worker's variables, secrets and bindings describe. */
const worker = {
  fetch(request: Request, env: Bindings): Response | Promise<Response> {
    try {
      backend ??= backendFor(env)
    } catch (error) {
      return misconfigured(error)
    }
    return backend.fetch(request, env)
  },
}

/** The owner reads the reason in the log; a visitor learns whom to tell. */
function misconfigured(error: unknown): Response {
  console.error(`ot-room backend: ${error instanceof Error ? error.message : String(error)}`)
  const problem = {
    type: 'about:blank',
    title: 'Internal Server Error',
    status: 500,
    code: 'server-misconfigured',
    detail: 'This server is not set up correctly. Tell the owner of the site.',
  }
  const headers = { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' }
  return Response.json(problem, { status: 500, headers })
}

function backendFor(env: Bindings): ReturnType<typeof createBackend> {
  const { video: account, backend } = readEnvironment(env, { heard: featureVariables })
  const video = createVideoApi(account)
  return createBackend({
    video,
    store: durableObjectStore(env.STORE),
    ...backend,
    ...featuresOf(env, video),
    address: cloudflareAddress,
    log: jsonLog(),
  })
}

export default worker
