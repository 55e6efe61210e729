import { answered, listed } from '../answers/answered.ts'
import type { Listed, Readers } from '../answers/answered.ts'
import { readOptions } from '../options/call-options.ts'
import type { CallOptions } from '../options/call-options.ts'
import { flag, text } from '../options/checks.ts'
import { pageChecks, pageQuery } from '../options/page-options.ts'
import type { PageOptions } from '../options/page-options.ts'
import { listLimit } from '../platform/answer-text.ts'
import { pathPart } from '../platform/path.ts'
import type { CallProject } from '../platform/project-caller.ts'
import { layout } from './layout.ts'
import type { Layout } from './layout.ts'
import { refuseNothing } from './tracks.ts'

export interface ListOptions extends PageOptions {
  /** Only those of this session. */
  readonly sessionId?: string
}

export interface AddStreamOptions extends CallOptions {
  /** Default true. */
  readonly hasAudio?: boolean
  /** Default true. */
  readonly hasVideo?: boolean
}

/** What archives and broadcasts have in common: both are composed of streams, one to be kept, one to be watched. */
export interface CompositionCalls<T> {
  get(id: string, options?: CallOptions): Promise<T>
  /** The newest first. */
  list(options?: ListOptions): Promise<Listed<T>>
  stop(id: string, options?: CallOptions): Promise<T>
  /** Changes how streams are placed from now on. */
  setLayout(id: string, layout: Layout, options?: CallOptions): Promise<void>
  /** Takes a stream in, with `streamMode: 'manual'` only; again to change its tracks. */
  addStream(id: string, streamId: string, options?: AddStreamOptions): Promise<void>
  /** Takes a stream out, with `streamMode: 'manual'` only. */
  removeStream(id: string, streamId: string, options?: CallOptions): Promise<void>
}

/** Where they are and how they are read. */
export interface Composition<T> {
  readonly noun: 'archive' | 'broadcast'
  readonly readers: Readers<T>
}

const listChecks = { sessionId: text(1, 255), ...pageChecks }

export function compositionCalls<T>(
  call: CallProject,
  { noun, readers }: Composition<T>,
): CompositionCalls<T> {
  const one = answered(noun === 'archive' ? 'an archive' : 'a broadcast', readers)
  const some = listed(`${noun}s`, readers)
  const at = (id: string) => `/${noun}/${pathPart(`${noun}Id`, id)}`
  const read = (options: CallOptions | undefined, verb: string) =>
    readOptions(options, `${noun}s.${verb}`, {})

  return {
    async get(id, options) {
      const { signal } = read(options, 'get')
      return one(await call({ method: 'GET', path: at(id), signal }))
    },

    async list(options) {
      const { signal, wanted } = readOptions(options, `${noun}s.list`, listChecks)
      const page = { query: pageQuery(wanted), signal, answerLimit: listLimit }
      return some(await call({ method: 'GET', path: `/${noun}`, ...page }))
    },

    async stop(id, options) {
      const { signal } = read(options, 'stop')
      return one(await call({ method: 'POST', path: `${at(id)}/stop`, json: {}, signal }))
    },

    async setLayout(id, wanted, options) {
      const { signal } = read(options, 'setLayout')
      const json = { ...layout('layout', wanted) }
      await call({ method: 'PUT', path: `${at(id)}/layout`, json, signal })
    },

    async addStream(id, streamId, options) {
      const tracks = { hasAudio: flag, hasVideo: flag }
      const { signal, wanted } = readOptions(options, `${noun}s.addStream`, tracks)
      refuseNothing(wanted)
      const json = { addStream: text(1, 255)('streamId', streamId), ...wanted }
      await call({ method: 'PATCH', path: `${at(id)}/streams`, json, signal })
    },

    async removeStream(id, streamId, options) {
      const { signal } = read(options, 'removeStream')
      const json = { removeStream: text(1, 255)('streamId', streamId) }
      await call({ method: 'PATCH', path: `${at(id)}/streams`, json, signal })
    },
  }
}
