import { z } from 'zod'
import { spokenLanguages } from '../session/captions/languages.ts'
import { defaultLayout } from '../session/composition/layout.ts'
import { defaultResolution } from '../session/composition/resolution.ts'
import type { ArchiveOutput } from '../session/archive/archive.ts'
import type { StartArchive } from '../session/archive/message.ts'
import { layout, maxBitrate, offByDefault, onByDefault, streamMode } from './composition-body.ts'
import { integer, optionalText, requiredText, resolution } from './read-body.ts'

const fields = z.object({
  sessionId: requiredText(255),
  name: optionalText(1024),
  hasAudio: onByDefault,
  hasVideo: onByDefault,
  outputMode: z.enum(['composed', 'individual'], 'must be composed or individual').nullish(),
  resolution: resolution.nullish(),
  layout: layout.nullish(),
  streamMode,
  multiArchiveTag: optionalText(1024),
  maxBitrate,
  quantizationParameter: integer(15, 40).nullish(),
  hasTranscription: offByDefault,
  transcriptionProperties: z
    .object({
      primaryLanguageCode: z
        .string('must be a language code')
        .refine((code) => spokenLanguages.has(code), 'must be a language code such as en-US')
        .nullish(),
      hasSummary: offByDefault,
    })
    .nullish(),
})

type Fields = z.output<typeof fields>

/** What `POST /archive` asks for, without the id of the new archive. */
export const archiveBody = fields.transform((body, context) => {
  const complaint = complaintAbout(body)
  if (complaint !== undefined) {
    context.addIssue({ code: 'custom', message: complaint })
    return z.NEVER
  }
  return { sessionId: body.sessionId, start: messageOf(body) }
})

function complaintAbout(body: Fields): string | undefined {
  const { maxBitrate, quantizationParameter: quantization } = body
  if (!body.hasAudio && !body.hasVideo) return 'hasAudio and hasVideo cannot both be false'
  if (maxBitrate && quantization) {
    return 'maxBitrate and quantizationParameter exclude each other'
  }
  if (body.hasTranscription && body.outputMode !== 'individual') {
    return 'hasTranscription is for outputMode individual'
  }
  if (body.outputMode === 'individual' && (body.resolution || maxBitrate || quantization)) {
    return 'resolution, maxBitrate and quantizationParameter are for outputMode composed'
  }
  return undefined
}

function messageOf(body: Fields): Omit<StartArchive, 'archive'> {
  const { hasAudio, hasVideo, streamMode, transcriptionProperties } = body
  const { name = null, multiArchiveTag: tag = '' } = body
  return {
    type: 'start-archive',
    choices: { name, hasAudio, hasVideo, tag, output: outputOf(body) },
    streamMode,
    ...(body.hasTranscription && {
      transcription: {
        primaryLanguageCode: transcriptionProperties?.primaryLanguageCode ?? 'en-US',
        hasSummary: transcriptionProperties?.hasSummary ?? false,
      },
    }),
  }
}

function outputOf(body: Fields): ArchiveOutput {
  if (body.outputMode === 'individual') return { mode: 'individual' }
  const { maxBitrate, quantizationParameter } = body
  return {
    mode: 'composed',
    resolution: body.resolution ?? defaultResolution,
    layout: body.layout ?? defaultLayout,
    ...(maxBitrate && { maxBitrate }),
    ...(quantizationParameter && { quantizationParameter }),
  }
}
