import type { JsonObject } from '../../wire/json.ts'
import { describeOwner, describeSelection } from '../composition/describe.ts'
import type { Session } from '../session.ts'
import { isRunning, statusOf } from './archive.ts'
import type { Archive, ArchiveOutput, Transcription } from './archive.ts'
import { archiveCapacity } from './limits.ts'

/** An archive as clients are told of it. */
export function heraldArchive(archive: Archive): JsonObject {
  return { id: archive.id, name: archive.name ?? '', status: statusOf(archive) }
}

/**
 * An archive as REST answers and callbacks write it. The address of its file is left to who knows where
 * the caller finds the platform.
 */
export function describeArchive(session: Session, archive: Archive): JsonObject {
  const { state, selection, output, transcription } = archive
  const running = isRunning(archive)
  return {
    id: archive.id,
    event: 'archive',
    status: statusOf(archive),
    name: archive.name,
    reason: archive.fault ?? ('reason' in state ? state.reason : ''),
    sessionId: session.id,
    ...describeOwner(session),
    createdAt: archive.createdAt,
    updatedAt: state.since,
    size: archive.file?.size ?? 0,
    duration: running ? 0 : Math.round((archive.file?.durationMs ?? archive.recorded) / 1000),
    hasAudio: archive.hasAudio,
    hasVideo: archive.hasVideo,
    streamMode: selection.mode,
    streams: running ? describeSelection(archive, session, archiveCapacity[output.mode]) : [],
    ...describeOutput(output),
    hasTranscription: transcription !== undefined,
    ...(transcription && { transcription: describeTranscription(transcription) }),
    sha256sum: '',
    password: '',
    url: null,
  }
}

function describeOutput(output: ArchiveOutput): JsonObject {
  if (output.mode === 'individual') return { outputMode: output.mode }
  const { maxBitrate, quantizationParameter } = output
  return {
    outputMode: output.mode,
    resolution: output.resolution,
    ...(maxBitrate !== undefined && { maxBitrate }),
    ...(quantizationParameter !== undefined && { quantizationParameter }),
  }
}

function describeTranscription(transcription: Transcription): JsonObject {
  const { status, primaryLanguageCode, hasSummary } = transcription
  const reason = status === 'failed' ? 'failure' : ''
  return { status, primaryLanguageCode, hasSummary, url: null, reason }
}
