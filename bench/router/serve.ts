import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import type { Description } from './forwarder.ts'

/** What a forwarder in a process of its own does. */
export type Forwarding = {
  publish(offer: Description): Promise<Description>
  subscribe(leg: string): Promise<Description>
  accept(leg: string, answer: Description): Promise<string[]>
}

/** Lets another process negotiate with it, by plain HTTP and JSON; prints where. */
export async function serveForwarding(forwarding: Forwarding): Promise<void> {
  const answer = async (request: IncomingMessage): Promise<unknown> => {
    const description = (await json(request)) as Description
    const [, step, leg = ''] = (request.url ?? '').split('/')
    if (step === 'publish') return forwarding.publish(description)
    if (step === 'subscribe') return forwarding.subscribe(leg)
    return forwarding.accept(leg, description)
  }
  // An idle connection that is closed just when it is used again fails the request.
  const server = createServer({ keepAliveTimeout: 0 }, (request, response) => {
    answer(request).then(
      (answered) => response.end(JSON.stringify(answered)),
      (error: unknown) => {
        console.error(error)
        response.writeHead(500).end()
      },
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  console.log(JSON.stringify({ url: `http://127.0.0.1:${port}` }))
}
