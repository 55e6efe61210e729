import { z } from 'zod'
import { refusal } from './refusal.ts'
import type { Account } from '../platform/accounts.ts'
import type { ArchiveStorage } from '../platform/archive-storage.ts'
import type { JsonObject } from '../wire/json.ts'
import { noContent, ok } from './endpoint.ts'
import type { Call, Endpoint } from './endpoint.ts'
import { optionalText, read, requiredText } from './read-body.ts'

const fallback = z
  .enum(['opentok', 'none'], 'must be opentok or none')
  .nullish()
  .transform((value) => value ?? 'none')

// Written `S3` and `Azure` by some.
const type = z.string('must be s3 or azure').toLowerCase()

const storage = z.union(
  [
    z.object({
      type: type.pipe(z.literal('s3')),
      fallback,
      config: z
        .object({
          accessKey: requiredText(256),
          secretKey: requiredText(256),
          bucket: requiredText(256),
          endpoint: optionalText(2048),
        })
        .transform(({ endpoint, ...config }) => ({ ...config, ...(endpoint && { endpoint }) })),
    }),
    z.object({
      type: type.pipe(z.literal('azure')),
      fallback,
      config: z
        .object({
          accountName: requiredText(256),
          accountKey: requiredText(256),
          container: requiredText(256),
          domain: optionalText(2048),
        })
        .transform(({ domain, ...config }) => ({ ...config, ...(domain && { domain }) })),
    }),
  ],
  'must have a type and its config: s3 with accessKey, secretKey and bucket, or azure with accountName, accountKey and container',
)

const path = '/v2/project/:key/archive/storage'

/** Where finished archives of a project go. It comes before the archives, whose ids could have its name. */
export const archiveStorageEndpoints: readonly Endpoint[] = [
  {
    method: 'PUT',
    path,
    support: 'shape',
    note: 'archives then end as `uploaded`; nothing is copied to the bucket, so that copying never fails and `fallback` is never used',
    answer: (call) => {
      const body = read(storage, call.body)
      if (!body.ok) return refusal(400, body)
      call.platform.accounts.put({ ...current(call), archiveStorage: body.value })
      return ok(described(body.value))
    },
  },
  {
    method: 'DELETE',
    path,
    support: 'full',
    answer: (call) => {
      const { archiveStorage: _, ...account } = current(call)
      call.platform.accounts.put(account)
      return noContent()
    },
  },
]

function current({ account, platform }: Call): Account {
  return platform.accounts.get(account.key) ?? account
}

/** What is kept, without what opens the bucket. */
function described(storage: ArchiveStorage): JsonObject {
  const { type, fallback } = storage
  switch (storage.type) {
    case 's3': {
      const { bucket, endpoint } = storage.config
      return { type, config: { bucket, ...(endpoint && { endpoint }) }, fallback }
    }
    case 'azure': {
      const { accountName, container, domain } = storage.config
      return { type, config: { accountName, container, ...(domain && { domain }) }, fallback }
    }
    default:
      return storage satisfies never
  }
}
