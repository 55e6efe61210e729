import {
  d1Store,
  durableObjectStore,
  type D1Binding,
  type DurableObjectBinding,
} from '@ot-room/backend/cloudflare'
import { scopedStore, storeContract } from '@ot-room/backend/testing'

export { StoreObject } from '@ot-room/backend/cloudflare'

type Bindings = { readonly STORE: DurableObjectBinding; readonly DB: D1Binding }

/** `GET /` lists the contract's cases, `POST /{store}/{case}` runs one of them in this isolate. */
const worker = {
  async fetch(request: Request, { STORE, DB }: Bindings): Promise<Response> {
    const [, kind, index] = new URL(request.url).pathname.split('/')
    const store = kind === 'd1' ? d1Store(DB) : durableObjectStore(STORE)
    let made = 0
    const createStore = () => scopedStore(store, `${kind}-${index}-${++made}`)
    const contract = storeContract(createStore, { joins: 1000, rooms: 20 })
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
