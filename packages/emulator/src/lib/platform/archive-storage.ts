/** The bucket of a customer that finished archives go to. */
export type ArchiveStorage = (S3Storage | AzureStorage) & {
  /** Where an archive goes when the bucket does not take it: to the platform, or nowhere. */
  readonly fallback: 'opentok' | 'none'
}

interface S3Storage {
  readonly type: 's3'
  readonly config: {
    readonly accessKey: string
    readonly secretKey: string
    readonly bucket: string
    readonly endpoint?: string
  }
}

interface AzureStorage {
  readonly type: 'azure'
  readonly config: {
    readonly accountName: string
    readonly accountKey: string
    readonly container: string
    readonly domain?: string
  }
}
