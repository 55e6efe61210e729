import { answered } from '../answers/answered.ts'
import { compositionCalls } from '../composition/composition-calls.ts'
import type { CompositionCalls } from '../composition/composition-calls.ts'
import { readOptions } from '../options/call-options.ts'
import type { CallOptions } from '../options/call-options.ts'
import { text } from '../options/checks.ts'
import { pathPart } from '../platform/path.ts'
import type { CallProject } from '../platform/project-caller.ts'
import { archive } from './archive.ts'
import type { Archive } from './archive.ts'
import { archiveChecks, refuseContradictions } from './archive-options.ts'
import type { StartArchiveOptions } from './archive-options.ts'

/** Recordings of routed sessions: at most 4 hours each, kept by the platform for 72 hours. */
export interface Archives extends CompositionCalls<Archive> {
  /** Begins to record. Somebody has to be connected. Rejects with status 409 while another archive without a tag runs. */
  start(sessionId: string, options?: StartArchiveOptions): Promise<Archive>
  /** Removes an archive that is `available` or `uploaded`, and its file from the platform. */
  delete(archiveId: string, options?: CallOptions): Promise<void>
}

export function archives(call: CallProject): Archives {
  const started = answered('an archive', archive)
  return Object.freeze({
    ...compositionCalls(call, { noun: 'archive', readers: archive }),

    async start(sessionId, options) {
      const { signal, wanted } = readOptions(options, 'archives.start', archiveChecks)
      refuseContradictions(wanted)
      const json = { sessionId: text(1, 255)('sessionId', sessionId), ...wanted }
      return started(await call({ method: 'POST', path: '/archive', json, signal }))
    },

    async delete(archiveId, options) {
      const { signal } = readOptions(options, 'archives.delete', {})
      await call({ method: 'DELETE', path: `/archive/${pathPart('archiveId', archiveId)}`, signal })
    },
  } satisfies Archives)
}
