import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import { restRequest } from '../support/rest.ts'
import type { Addresses } from '../support/stack.ts'

type Platform = Pick<Addresses, 'emulator' | 'apiKey' | 'apiSecret'>

/** Records what happens in a session where somebody is, and throws the recording away in the end. */
export async function recordMeanwhile(
  at: Platform,
  sessionId: string,
  work: () => Promise<void>,
): Promise<void> {
  const ask = async (method: string, path: string, body?: object) => {
    const answer = await restRequest(at, { method, path, ...(body && { body }) })
    assert.ok(answer.status < 300, `${method} ${path}: ${JSON.stringify(answer)}`)
    return answer.body as { id: string; status: string; size: number }
  }
  const { id } = await ask('POST', '/archive', { sessionId, outputMode: 'individual' })
  await work()
  await ask('POST', `/archive/${id}/stop`)
  for (let status = ''; status !== 'available'; await wait(200)) {
    const archive = await ask('GET', `/archive/${id}`)
    ;({ status } = archive)
    assert.notEqual(status, 'failed')
  }
  await ask('DELETE', `/archive/${id}`)
}
