import type { RecordedFile } from './recorded-file.ts'

/** What a manifest says of its archive. */
export interface ManifestArchive {
  readonly id: string
  readonly name: string | null
  readonly sessionId: string
  readonly projectId: string
  /** Milliseconds since the epoch. */
  readonly createdAt: number
}

/** The recording of one stream, from when it came to when it left. */
export interface ArchivedStream {
  readonly streamId: string
  readonly file: RecordedFile
  /** Of the connection that published it; empty when there is none. */
  readonly connectionData: string
  readonly videoType: string
}

/** The JSON beside the recordings of an `individual` archive, as the archiving guide of OpenTok has it. */
export interface ArchiveManifest extends ManifestArchive {
  readonly files: readonly ManifestFile[]
}

export interface ManifestFile {
  readonly streamId: string
  readonly filename: string
  /** In bytes. */
  readonly size: number
  /** Where the file's time 0 and its end are in the archive, in milliseconds. */
  readonly startTimeOffset: number
  readonly stopTimeOffset: number
  readonly connectionData: string
  /** Absent of streams without a picture. */
  readonly videoType?: string
}

/** A stream that left and came back has a file for each time; the first is named by the stream alone. */
export function archiveManifest(
  archive: ManifestArchive,
  streams: readonly ArchivedStream[],
): ArchiveManifest {
  const { id, name, sessionId, projectId, createdAt } = archive
  const files = streams.map((stream, index) => {
    const before = streams.slice(0, index).filter(({ streamId }) => streamId === stream.streamId)
    return manifestFile(stream, { createdAt, nth: before.length })
  })
  return { id, name, createdAt, sessionId, projectId, files }
}

function manifestFile(
  { streamId, file, connectionData, videoType }: ArchivedStream,
  { createdAt, nth }: { readonly createdAt: number; readonly nth: number },
): ManifestFile {
  const startTimeOffset = Math.round(file.startedAt - createdAt)
  return {
    connectionData,
    filename: nth === 0 ? `${streamId}.webm` : `${streamId}-${nth}.webm`,
    size: file.size,
    startTimeOffset,
    stopTimeOffset: startTimeOffset + Math.round(file.durationMs),
    streamId,
    ...(file.hasVideo && { videoType }),
  }
}
