import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { makeZip } from 'client-zip'
import { type ArchivedStream, archiveManifest, type ManifestArchive } from './archive-manifest.ts'

/** The files of an `individual` archive in one ZIP file: one for each stream, and a manifest. */
export interface IndividualArchive {
  readonly archive: ManifestArchive
  readonly streams: readonly ArchivedStream[]
}

/**
 * Writes the ZIP file, its contents neither compressed nor held in memory; its size is in bytes.
 * Rejects with the file system's error.
 */
export async function writeIndividualArchive(
  path: string,
  { archive, streams }: IndividualArchive,
): Promise<{ readonly size: number }> {
  const manifest = archiveManifest(archive, streams)
  const recordings = manifest.files.map(({ filename, size }, index) => {
    return { name: filename, size, source: streams[index]?.file.path ?? '' }
  })

  async function* entries() {
    yield { name: `${archive.id}.json`, input: JSON.stringify(manifest, undefined, 2) }
    for (const { name, size, source } of recordings) {
      const lastModified = (await stat(source)).mtime
      yield { name, size, input: createReadStream(source), lastModified }
    }
  }

  await pipeline(Readable.fromWeb(makeZip(entries())), createWriteStream(path))
  return { size: (await stat(path)).size }
}
