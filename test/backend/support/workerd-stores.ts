import {
  d1Store,
  durableObjectStore,
  type D1Binding,
  type DurableObjectBinding,
  type RateLimitBinding,
  workersLimiter,
} from '@ot-room/backend/cloudflare'
import { scopedStore, storeContract } from '@ot-room/backend/testing'

export { StoreObject } from '@ot-room/backend/cloudflare'

type Bindings = {
  readonly STORE: DurableObjectBinding
  readonly DB: D1Binding
  readonly LIMITER: RateLimitBinding
  /** How many join one new room at once. */
  readonly JOINS: string
}

/** `POST /limiter/{key}` asks the binding of Workers twenty times, `GET /` lists the contract's cases, `POST /{store}/{case}` runs one of them in this isolate. */
const worker = {
  async fetch(request: Request, { STORE, DB, LIMITER, JOINS }: Bindings): Promise<Response> {
    const [, kind, index] = new URL(request.url).pathname.split('/')
    if (kind === 'limiter') {
      const limiter = workersLimiter(LIMITER)
      const rate = { count: 5, seconds: 60 }
      const asked = Array.from({ length: 20 }, () => limiter(index ?? '', rate))
      return Response.json(await Promise.all(asked))
    }
    const store = kind === 'd1' ? d1Store(DB) : durableObjectStore(STORE)
    let made = 0
    const createStore = () => scopedStore(store, `${kind}-${index}-${++made}`)
    const contract = storeContract(createStore, { joins: Number(JOINS), rooms: 5 })
    if (index === undefined) return Response.json(contract.map(({ title }) => title))
    try {
      await contract[Number(index)]?.run()
      return new Response('kept')
    } catch (error) {
      return new Response(String(error), { status: 500 })
    }
  },
}
export default worker
