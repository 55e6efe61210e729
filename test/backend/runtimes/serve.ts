// The backend behind the server that Deno or Bun brings: prints its address when it is ready.
import { createBackend, createVideoApi } from '@ot-room/backend'

type Serve = (options: {
  hostname: string
  port: number
  fetch: (request: Request) => Response | Promise<Response>
}) => { readonly port: number }

interface Runtimes {
  readonly Bun?: { readonly serve: Serve }
  readonly Deno?: {
    readonly args: readonly string[]
    serve(
      options: { hostname: string; port: number; onListen: (address: { port: number }) => void },
      handler: (request: Request) => Response | Promise<Response>,
    ): unknown
  }
}

const { Bun, Deno } = globalThis as Runtimes
const [apiUrl = '', apiKey = '', apiSecret = ''] = Deno?.args ?? process.argv.slice(2)
const app = createBackend({ video: createVideoApi({ apiKey, apiSecret, apiUrl }), public: true })
const fetch = (request: Request) => app.fetch(request)
const hostname = '127.0.0.1'
const say = (port: number) => console.log(`http://${hostname}:${port}`)

if (Deno) Deno.serve({ hostname, port: 0, onListen: ({ port }) => say(port) }, fetch)
else if (Bun) say(Bun.serve({ hostname, port: 0, fetch }).port)
