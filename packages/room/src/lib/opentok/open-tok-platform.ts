import { timeoutSignal } from '../async/timeout-signal.ts'
import { anySignal } from '../async/any-signal.ts'
import type OT from '@opentok/client'
import { untilAborted } from '../async/until-aborted.ts'
import type { Credentials } from '../backend/credentials.ts'
import type { CameraEffectSource } from '../effects/camera-effect.ts'
import { RoomError } from '../errors/room-error.ts'
import type { PlatformSession, Stay, VideoPlatform } from '../platform/video-platform.ts'
import { loadOpenTok, type OpenTokSource } from './load-open-tok.ts'
import { arrivalOf } from './map-event.ts'
import { connectError } from './map-error.ts'
import type { PublicationContext } from './publication-context.ts'
import { createPublication } from './publication.ts'
import { createScreen } from './screen.ts'
import { createAuthority } from './authority.ts'
import { createCaptioning } from './captioning.ts'
import { beginStay } from './stays.ts'
import { useProxy } from './use-proxy.ts'
import { createVideos } from './videos.ts'
import { watchSession } from './watch-session.ts'

/** OpenTok.js has no time limit for its first request; milliseconds. */
const patience = 30_000

/** What comes from elsewhere. */
export interface OpenTokPlatformOptions {
  readonly openTok?: OpenTokSource | undefined
  readonly blur?: CameraEffectSource | undefined
}

/** The video platform that OpenTok.js talks to; the only folder that knows OpenTok.js. */
export function createOpenTokPlatform(options: OpenTokPlatformOptions): VideoPlatform {
  const { openTok: source, blur } = options
  return {
    async prepare(signal) {
      await untilAborted(loadOpenTok(source), signal)
    },
    async connect(credentials, stay) {
      const openTok = await untilAborted(loadOpenTok(source), stay.signal)
      return enterSession({ openTok, blur }, credentials, stay)
    },
  }
}

async function enterSession(
  { openTok, blur }: Pick<PublicationContext, 'openTok' | 'blur'>,
  credentials: Credentials,
  stay: Stay,
): Promise<PlatformSession> {
  const { applicationId, sessionId, token, proxyUrl } = credentials
  useProxy(openTok, proxyUrl)
  // Not before the proxy: the check alone posts telemetry, which would go to the vendor past it.
  if (openTok.checkSystemRequirements() !== 1) throw new RoomError('opentok-unsupported')
  const session = openTok.initSession(applicationId, sessionId, { sessionMigration: true })
  const connections = new Map<string, OT.Connection>()
  const streams = new Map<string, OT.Stream>()
  const videos = createVideos(stay.onEvent, stay.signal)
  const captioning = createCaptioning(stay)
  await inTime(beginStay(session, stay.signal), stay.signal)
  watchSession(session, { stay, videos, captioning, connections, streams })
  await inTime(session.connect.promise(token), stay.signal)
  const { connection } = session
  if (!connection) throw new RoomError('connect-failed')
  const self = arrivalOf(connection)
  const context = {
    openTok,
    blur,
    session,
    stay,
    videos,
    captioning,
    mediaMode: credentials.mediaMode,
    name: self.name,
  }
  const publication = createPublication(context)
  const screen = createScreen(context)

  return {
    self,
    publish: (wanted) => publication.become(wanted),
    shareScreen: () => screen.share(),
    stopSharing: () => screen.stop(),
    video: (streamId) => videos.get(streamId),
    async send({ type, data, to }) {
      const receiver = to === undefined ? undefined : connections.get(to)
      if (to !== undefined && !receiver) throw new RoomError('signal-failed')
      await session
        .signal({ type, data, ...(receiver && { to: receiver }) })
        .catch((cause: unknown) => {
          throw new RoomError('signal-failed', { cause })
        })
    },
    caption: (status) => captioning.become(status),
    ...createAuthority(session, { connections, streams }),
    async useSpeaker(deviceId) {
      // Not in every browser, and a loudspeaker of an earlier visit may be gone: the system's will do.
      return openTok.setAudioOutputDevice(deviceId).then(
        () => true,
        () => false,
      )
    },
    async unblockAudio() {
      await openTok.unblockAudio()
    },
  }
}

async function inTime(step: Promise<unknown>, signal: AbortSignal): Promise<void> {
  const late = timeoutSignal(patience)
  try {
    await untilAborted(step, anySignal([signal, late]))
  } catch (error) {
    signal.throwIfAborted()
    throw connectError(error)
  }
}
