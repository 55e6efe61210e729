import { answered, listed } from '../answers/answered.ts'
import type { Listed } from '../answers/answered.ts'
import { readOptions } from '../options/call-options.ts'
import type { CallOptions } from '../options/call-options.ts'
import { listOf, needed, shape, text } from '../options/checks.ts'
import { listLimit } from '../platform/answer-text.ts'
import { pathPart } from '../platform/path.ts'
import type { CallProject } from '../platform/project-caller.ts'
import { stream } from './stream.ts'
import type { Stream } from './stream.ts'

/** The layout classes that a stream shall have, instead of those it had. */
export interface StreamClasses {
  /** Of the stream. */
  readonly id: string
  readonly layoutClassList: readonly string[]
}

export interface MuteAllOptions extends CallOptions {
  /** Who may go on speaking. */
  readonly excludedStreamIds?: readonly string[]
}

/** What is published in a session. */
export interface Streams {
  list(sessionId: string, options?: CallOptions): Promise<Listed<Stream>>
  get(sessionId: string, streamId: string, options?: CallOptions): Promise<Stream>
  /** For composed archives and broadcasts. */
  setLayoutClasses(
    sessionId: string,
    classes: readonly StreamClasses[],
    options?: CallOptions,
  ): Promise<void>
  /** Turns off a stream's sound; its publisher can turn it on again. */
  mute(sessionId: string, streamId: string, options?: CallOptions): Promise<void>
  /** Turns off the sound of every stream, and of those that come later, until `endMuteAll`. */
  muteAll(sessionId: string, options?: MuteAllOptions): Promise<void>
  /** Lets those who come later be heard. Nobody is unmuted. */
  endMuteAll(sessionId: string, options?: CallOptions): Promise<void>
}

const id = text(1, 255)
const classChecks = listOf(
  shape<StreamClasses>({ id: needed(id), layoutClassList: needed(listOf(text(1, 128), 64)) }),
)

export function streams(call: CallProject): Streams {
  const one = answered('a stream', stream)
  const some = listed('streams', stream)
  const session = (sessionId: string) => `/session/${pathPart('sessionId', sessionId)}`
  const streamsOf = (sessionId: string) => `${session(sessionId)}/stream`
  const at = (sessionId: string, streamId: string) =>
    `${streamsOf(sessionId)}/${pathPart('streamId', streamId)}`
  return Object.freeze({
    async list(sessionId, options) {
      const { signal } = readOptions(options, 'streams.list', {})
      const path = streamsOf(sessionId)
      return some(await call({ method: 'GET', path, signal, answerLimit: listLimit }))
    },

    async get(sessionId, streamId, options) {
      const { signal } = readOptions(options, 'streams.get', {})
      return one(await call({ method: 'GET', path: at(sessionId, streamId), signal }))
    },

    async setLayoutClasses(sessionId, classes, options) {
      const { signal } = readOptions(options, 'streams.setLayoutClasses', {})
      const items = classChecks('classes', classes)
      await call({ method: 'PUT', path: streamsOf(sessionId), json: { items }, signal })
    },

    async mute(sessionId, streamId, options) {
      const { signal } = readOptions(options, 'streams.mute', {})
      await call({ method: 'POST', path: `${at(sessionId, streamId)}/mute`, json: {}, signal })
    },

    async muteAll(sessionId, options) {
      const { signal, wanted } = readOptions(options, 'streams.muteAll', {
        excludedStreamIds: listOf(id),
      })
      const json = { active: true, excludedStreamIds: [], ...wanted }
      await call({ method: 'POST', path: `${session(sessionId)}/mute`, json, signal })
    },

    async endMuteAll(sessionId, options) {
      const { signal } = readOptions(options, 'streams.endMuteAll', {})
      const json = { active: false }
      await call({ method: 'POST', path: `${session(sessionId)}/mute`, json, signal })
    },
  } satisfies Streams)
}
