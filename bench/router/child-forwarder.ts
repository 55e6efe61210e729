import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { startChildServer } from '../../test/support/child-server.ts'
import type { Description, Forwarder } from './forwarder.ts'

/** Starts a file of this folder that serves forwarding, on one processor. */
export async function startChildForwarder(
  what: string,
  file: string,
  { processor }: { processor: number },
): Promise<Forwarder> {
  const path = join(import.meta.dirname, file)
  const server = await startChildServer<{ url: string }>(path, { processor })
  const ask = async <Answer>(step: string, description: object = {}): Promise<Answer> => {
    const body = JSON.stringify(description)
    const response = await fetch(`${server.greeting.url}/${step}`, { method: 'POST', body }).catch(
      () => undefined,
    )
    if (response?.ok !== true) throw new Error(`${what} failed: ${server.complaints()}`)
    return (await response.json()) as Answer
  }
  return {
    what,
    publish: (offer) => ask<Description>('publish', offer),
    subscribe: async () => {
      const leg = randomUUID()
      const offer = await ask<Description>(`subscribe/${leg}`)
      return { offer, accept: (answer) => ask<string[]>(`accept/${leg}`, answer) }
    },
    processorTime: server.processorTime,
    close: server.close,
  }
}
