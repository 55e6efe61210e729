import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { registeredGroups } from '../callbacks/registry.ts'
import type { Registration } from '../callbacks/registry.ts'
import { refusal } from './refusal.ts'
import type { JsonObject } from '../wire/json.ts'
import { noContent, ok } from './endpoint.ts'
import type { Endpoint } from './endpoint.ts'
import { httpUrl, optionalText, read } from './read-body.ts'

const registration = z.object({
  group: z.enum(registeredGroups, `must be one of ${registeredGroups.join(', ')}`),
  event: optionalText(64),
  url: httpUrl,
})

/** Where an account wants callbacks sent: known to the Node SDK, and otherwise set in the dashboard. */
export const callbackEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/v2/project/:key/callback',
    support: 'full',
    answer: ({ platform, account }) => ok(platform.callbacks.listOf(account.key).map(describe)),
  },
  {
    method: 'POST',
    path: '/v2/project/:key/callback',
    support: 'full',
    answer: ({ platform, account, body }) => {
      const asked = read(registration, body)
      if (!asked.ok) return refusal(400, asked)
      const { group, event, url } = asked.value
      const made: Registration = {
        id: randomUUID(),
        key: account.key,
        group,
        ...(event !== undefined && { event }),
        url,
        createdAt: platform.clock.now(),
      }
      platform.callbacks.add(made)
      return ok(describe(made))
    },
  },
  {
    method: 'DELETE',
    path: '/v2/project/:key/callback/:callback',
    support: 'full',
    answer: ({ platform, account, param }) =>
      platform.callbacks.remove(account.key, param('callback'))
        ? noContent()
        : refusal(404, { message: 'There is no such callback' }),
  },
]

function describe({ id, group, event, url, createdAt }: Registration): JsonObject {
  return { id, group, ...(event !== undefined && { event }), url, createdAt }
}
