import type { Recogniser } from './booth/captioning/recogniser.ts'
import type { IceServer } from './ice/ice-server.ts'
import type { Limits } from './session/limits.ts'
import type { Seed } from './seed/seed.ts'

/** A project of the OpenTok kind: a key and a shared secret. */
export interface Project {
  readonly apiKey: string
  readonly apiSecret: string
}

/** An application of the unified kind: an id and the public half of its key pair. */
export interface Application {
  /** A UUID. */
  readonly applicationId: string
  /** An RSA public key in PEM. */
  readonly publicKey: string
}

/** Who administers the account: creates, suspends and ends projects over REST. */
export interface Administrator {
  readonly accountKey: string
  readonly accountSecret: string
}

/** How an emulator is set up; everything may be left out. */
export interface EmulatorOptions {
  /** The address to listen on; `127.0.0.1` when absent. */
  readonly host?: string
  /** The TCP port; any free one when absent or 0. */
  readonly port?: number
  /** The projects there are, in place of the default one. */
  readonly projects?: readonly Project[]
  /** The applications there are, in place of the default one. */
  readonly applications?: readonly Application[]
  /** The administrator of the account; when absent one with a secret made at random. */
  readonly administrator?: Administrator
  /** Sessions that exist from the start, and again after each reset. */
  readonly seed?: Seed
  /**
   * What carries the media of routed sessions; `off` for tests that only signal, where streams are there at once
   * and nothing is seen of them. Default `on`.
   */
  readonly mediaRouter?: 'on' | 'off'
  /** The UDP port of the media router; any free one when 0, the default. */
  readonly mediaPort?: number
  /** The FFmpeg that composes archives and broadcasts: a name on the PATH, the default `ffmpeg`, or a path. */
  readonly ffmpeg?: string
  /** Where archives are kept; a temporary folder that goes with the emulator when absent. */
  readonly archiveFolder?: string
  /** Writes down what is said, for captions; nothing is when absent. */
  readonly recognise?: Recogniser
  /** How many connections, streams and subscriptions a session takes; no limits when absent. */
  readonly limits?: Partial<Limits>
  /** What callbacks are signed with; a text that everybody can know when absent. */
  readonly signatureSecret?: string
  /** How long a client may be away before others hear that it left, in milliseconds; 20,000 when absent. */
  readonly gracePeriodMs?: number
  /** Whether other machines may use the emulator; `false` when absent. */
  readonly allowRemote?: boolean
  /** Host names beside those of this machine by which programs may call it, such as `host.docker.internal`. */
  readonly allowedHosts?: readonly string[]
  /** The ICE servers clients are told of, in place of the emulator's own; then it starts none. */
  readonly iceServers?: readonly IceServer[]
  /** Whether a TURN server is started where there is a program for it (`auto`); `auto` when absent. */
  readonly turn?: 'auto' | 'off'
  /** The program of coturn, a path or a name on the PATH; when absent `turnserver`, which need not be there. */
  readonly turnProgram?: string
  /** Hears one line for each thing worth knowing; no secrets are in it. */
  readonly log?: (line: string) => void
  /** Hears one line for each thing that should be mended; `log` when absent. */
  readonly warn?: (line: string) => void
}
