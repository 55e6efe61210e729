import type { Insider } from '../backend/history.ts'
import type { JoinRequest } from '../backend/join-request.ts'
import { requestCredentials } from '../backend/request-credentials.ts'
import type { PlatformSession, Stay, VideoPlatform } from '../platform/video-platform.ts'

/** What entering a room takes. */
export interface Entry {
  readonly request: Omit<JoinRequest, 'signal'>
  readonly platform: VideoPlatform
  readonly stay: Stay
  /** Credentials and OpenTok.js are there; connecting begins. */
  onPrepared(): void
}

/** A session and what the backend said of the visitor's part in it. */
export interface Entered {
  readonly session: PlatformSession
  readonly role: string
  /** What a host can ask the backend for. */
  readonly features: readonly string[]
  /** The language in which what is said is being written down, if it is. */
  readonly captions: string | undefined
  /** For coming back to this meeting past its waiting room; the visitor's own secret. */
  readonly ticket: string | undefined
  /** There when the backend keeps what is said in the meeting. */
  readonly insider: Insider | undefined
}

/** Gets credentials and OpenTok.js at the same time, then connects; rejects with `RoomError` or the signal's reason. */
export async function enter({ request, platform, stay, onPrepared }: Entry): Promise<Entered> {
  const { signal } = stay
  const [credentials] = await Promise.all([
    requestCredentials({ ...request, signal }),
    platform.prepare(signal),
  ])
  signal.throwIfAborted()
  onPrepared()
  const session = await platform.connect(credentials, stay)
  signal.throwIfAborted()
  const { role, features, captions, pass, visitor, ticket } = credentials
  const insider = pass === undefined ? undefined : { pass, visitor }
  return { session, role, features, captions, ticket, insider }
}
