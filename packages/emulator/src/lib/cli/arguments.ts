import { parseArgs } from 'node:util'
import type { IceServer } from '../ice/ice-server.ts'

/** What the command line asks for. Files are named here and read later. */
export interface Arguments {
  readonly help: boolean
  readonly json: boolean
  readonly host: string
  readonly port: number
  readonly allowRemote: boolean
  readonly allowedHosts: readonly string[]
  readonly projects: readonly { readonly apiKey: string; readonly apiSecret: string }[]
  readonly applications: readonly { readonly applicationId: string; readonly keyFile: string }[]
  readonly seedFile: string | undefined
  /** Undefined when none is named, which is not the same as an empty list. */
  readonly iceServers: readonly IceServer[] | undefined
  readonly turn: 'auto' | 'off'
  readonly turnProgram: string | undefined
  readonly mediaPort: number
  readonly mediaRouter: 'on' | 'off'
  readonly ffmpeg: string
  readonly archiveFolder: string | undefined
}

/**
 * Reads the command line.
 *
 * @throws {TypeError} with a sentence for the user, when an argument is wrong
 */
export function readArguments(args: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      json: { type: 'boolean', default: false },
      host: { type: 'string', default: '127.0.0.1' },
      port: { type: 'string', default: '4848' },
      'allow-remote': { type: 'boolean', default: false },
      'allow-host': { type: 'string', multiple: true, default: [] },
      project: { type: 'string', multiple: true, default: [] },
      application: { type: 'string', multiple: true, default: [] },
      seed: { type: 'string' },
      'ice-server': { type: 'string', multiple: true },
      turn: { type: 'string', default: 'auto' },
      'turn-program': { type: 'string' },
      'media-port': { type: 'string', default: '0' },
      'media-router': { type: 'string', default: 'on' },
      ffmpeg: { type: 'string', default: 'ffmpeg' },
      archives: { type: 'string' },
    },
  })
  return {
    help: values.help,
    json: values.json,
    host: values.host,
    port: readPort('port', values.port),
    allowRemote: values['allow-remote'],
    allowedHosts: values['allow-host'].map(readHost),
    projects: values.project.map((text) => {
      const [apiKey, apiSecret] = readPair(text, '--project needs KEY:SECRET')
      return { apiKey, apiSecret }
    }),
    applications: values.application.map((text) => {
      const [applicationId, keyFile] = readPair(
        text,
        '--application needs UUID:PUBLIC_KEY_PEM_PATH',
      )
      return { applicationId, keyFile }
    }),
    seedFile: values.seed,
    iceServers: values['ice-server']?.map(readIceServer),
    turn: readTurn(values.turn),
    turnProgram: values['turn-program'],
    mediaPort: readPort('media-port', values['media-port']),
    mediaRouter: readMediaRouter(values['media-router']),
    ffmpeg: values.ffmpeg,
    archiveFolder: values.archives,
  }
}

function readPort(option: string, text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new TypeError(`--${option} needs a number from 0 to 65535, not ${text}`)
  }
  return port
}

function readHost(text: string): string {
  if (/^[a-z\d](?:[a-z\d.-]{0,252}[a-z\d])?$/i.test(text)) return text
  throw new TypeError(`--allow-host needs a host name, without scheme and port, not ${text}`)
}

function readPair(text: string, complaint: string): readonly [string, string] {
  const colon = text.indexOf(':')
  if (colon < 1 || colon === text.length - 1) throw new TypeError(complaint)
  return [text.slice(0, colon), text.slice(colon + 1)]
}

function readIceServer(text: string): IceServer {
  const [urls = '', username, ...rest] = text.split(',')
  if (username === undefined) return { urls }
  // A credential is whatever follows, commas included.
  return { urls, username, credential: rest.join(',') }
}

function readMediaRouter(text: string): 'on' | 'off' {
  if (text === 'on' || text === 'off') return text
  throw new TypeError(`--media-router needs on or off, not ${text}`)
}

function readTurn(text: string): 'auto' | 'off' {
  if (text === 'auto' || text === 'off') return text
  throw new TypeError(`--turn needs auto or off, not ${text}`)
}
