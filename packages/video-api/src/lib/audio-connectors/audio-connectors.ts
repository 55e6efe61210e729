import { answered, filled } from '../answers/answered.ts'
import { readOptions } from '../options/call-options.ts'
import type { CallOptions } from '../options/call-options.ts'
import { choice, flag, listOf, needed, secret, shape, text, texts, url } from '../options/checks.ts'
import type { Check, Checks } from '../options/checks.ts'
import { described, invalidOption } from '../options/option-checks.ts'
import { pathPart } from '../platform/path.ts'
import type { CallProject } from '../platform/project-caller.ts'

const rates = [8000, 16_000, 24_000] as const

/** Samples per second. */
export type AudioRate = (typeof rates)[number]

export interface AudioConnectorSettings {
  /** Of the connector's connection; it has to let it publish. */
  readonly token: string
  /** The WebSocket server, `wss://` or `ws://`. */
  readonly uri: string
  /** Whose sound is sent; default everybody's. */
  readonly streams?: readonly string[]
  /** Sent as the first message; 512 bytes at most as JSON. */
  readonly headers?: Readonly<Record<string, string>>
  /** Default 16000. */
  readonly audioRate?: AudioRate
  /** How sound is written in messages; default 16 bits a sample in binary ones. */
  readonly audioTransport?: JsonAudioTransport
  /** Whether what the server sends is heard in the session; default false. */
  readonly bidirectional?: boolean
}

/** Sound as base64 in a field of JSON objects. */
export interface JsonAudioTransport {
  readonly transport: 'json'
  /** Of what is sent to the server; default `audio`. */
  readonly audioField?: string
  /** Of what the server sends; default the same as `audioField`. */
  readonly receiveAudioField?: string
  /** Further fields of every message with sound. */
  readonly staticFields?: Readonly<Record<string, string>>
}

export interface StartAudioConnectorOptions extends AudioConnectorSettings, CallOptions {}

/** A connector as the platform describes it, frozen. */
export interface AudioConnector {
  readonly id: string
  readonly connectionId: string
}

/** Audio Connector: the sound of a session for a WebSocket server. */
export interface AudioConnectors {
  start(sessionId: string, options: StartAudioConnectorOptions): Promise<AudioConnector>
  stop(connectorId: string, options?: CallOptions): Promise<void>
}

const audioRate: Check<AudioRate> = (name, value) => {
  const found = rates.find((rate) => rate === value)
  if (found !== undefined) return found
  throw invalidOption(`${name} must be one of ${rates.join(', ')}, not ${described(value)}.`)
}

const checks: Checks<AudioConnectorSettings> = {
  token: needed(secret),
  uri: needed(url('wss', 'ws')),
  streams: listOf(text(1, 255)),
  headers: texts(512),
  audioRate,
  audioTransport: shape<JsonAudioTransport>({
    transport: needed(choice(['json'])),
    audioField: text(1, 100),
    receiveAudioField: text(1, 100),
    staticFields: texts(4096),
  }),
  bidirectional: flag,
}

/** As the platform reads it; base64 is the only encoding there is. */
function wireTransport({ audioField, receiveAudioField, staticFields }: JsonAudioTransport) {
  return {
    transport: 'json',
    encoding: 'base64',
    ...(audioField !== undefined && { audio_field: audioField }),
    ...(receiveAudioField !== undefined && { receive_audio_field: receiveAudioField }),
    ...(staticFields !== undefined && { static_fields: staticFields }),
  }
}

export function audioConnectors(call: CallProject): AudioConnectors {
  const started = answered<AudioConnector>('an audio connector', {
    needed: { id: filled, connectionId: filled },
    rest: {},
  })
  return Object.freeze({
    async start(sessionId, options) {
      const { signal, wanted } = readOptions(options, 'audioConnectors.start', checks)
      const { token, audioTransport, ...rest } = wanted
      const websocket = {
        ...rest,
        ...(audioTransport && { audioTransport: wireTransport(audioTransport) }),
      }
      const json = { sessionId: text(1, 255)('sessionId', sessionId), token, websocket }
      return started(
        await call({ method: 'POST', path: '/connect', json, signal, secrets: [token] }),
      )
    },

    async stop(connectorId, options) {
      const { signal } = readOptions(options, 'audioConnectors.stop', {})
      const path = `/connect/${pathPart('connectorId', connectorId)}/stop`
      await call({ method: 'POST', path, json: {}, signal })
    },
  } satisfies AudioConnectors)
}
