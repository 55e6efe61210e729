import { readOptions } from '../options/call-options.ts'
import type { CallOptions } from '../options/call-options.ts'
import { choice, needed, secret, shape, text } from '../options/checks.ts'
import type { Check } from '../options/checks.ts'
import { knownOptions, oneOf } from '../options/option-checks.ts'
import type { CallProject } from '../platform/project-caller.ts'

/** Where finished archives go instead of the platform's own storage. */
export type StorageTarget = S3Target | AzureTarget

/** Amazon S3, or what speaks as it does. */
export interface S3Target {
  readonly type: 's3'
  readonly config: {
    readonly accessKey: string
    readonly secretKey: string
    readonly bucket: string
    /** Of another provider than Amazon. */
    readonly endpoint?: string
  }
  readonly fallback?: StorageFallback
}

export interface AzureTarget {
  readonly type: 'azure'
  readonly config: {
    readonly accountName: string
    readonly accountKey: string
    readonly container: string
    readonly domain?: string
  }
  readonly fallback?: StorageFallback
}

/** Whether the platform keeps an archive that could not be delivered; default `none`. */
export type StorageFallback = 'opentok' | 'none'

/** Where the archives of an OpenTok project are kept. Applications have this in their dashboard. */
export interface ArchiveStorage {
  set(target: StorageTarget, options?: CallOptions): Promise<void>
  /** Back to the platform's own storage. */
  clear(options?: CallOptions): Promise<void>
}

const path = '/archive/storage'
const name = text(1, 256)

const fallback = choice<StorageFallback>(['opentok', 'none'])
const s3 = shape<S3Target>({
  type: needed(choice(['s3'])),
  config: needed(
    shape<S3Target['config']>({
      accessKey: needed(name),
      secretKey: needed(secret),
      bucket: needed(name),
      endpoint: text(1, 2048),
    }),
  ),
  fallback,
})
const azure = shape<AzureTarget>({
  type: needed(choice(['azure'])),
  config: needed(
    shape<AzureTarget['config']>({
      accountName: needed(name),
      accountKey: needed(secret),
      container: needed(name),
      domain: text(1, 2048),
    }),
  ),
  fallback,
})

const storageTarget: Check<StorageTarget> = (within, value) => {
  const { type } = knownOptions(value ?? null, within, ['type', 'config', 'fallback'])
  return oneOf(`${within}.type`, type, ['s3', 'azure']) === 's3'
    ? s3(within, value)
    : azure(within, value)
}

export function archiveStorage(call: CallProject): ArchiveStorage {
  return Object.freeze({
    async set(target, options) {
      const { signal } = readOptions(options, 'archiveStorage.set', {})
      const json = { ...storageTarget('target', target) }
      const { config } = json
      const secrets = 'secretKey' in config ? [config.secretKey] : [config.accountKey]
      await call({ method: 'PUT', path, json, signal, secrets })
    },

    async clear(options) {
      const { signal } = readOptions(options, 'archiveStorage.clear', {})
      await call({ method: 'DELETE', path, signal })
    },
  } satisfies ArchiveStorage)
}
