import { randomUUID } from 'node:crypto'
import { createCallbackRegistry } from '../callbacks/registry.ts'
import type { CallbackRegistry } from '../callbacks/registry.ts'
import { wakeAt } from '../session/activities.ts'
import type { LoggedMessage } from '../control/message-log.ts'
import type { Studio, StudioLot } from '../filming/studio.ts'
import type { MediaListener, MediaRouter } from '../media/media-router.ts'
import { createSilentRouter } from '../media/silent-router.ts'
import { handle } from '../session/handle.ts'
import type { Message } from '../session/message.ts'
import type { Answer, Callback, Effect, Outcome } from '../session/outcome.ts'
import { noLimits } from '../session/limits.ts'
import type { Limits } from '../session/limits.ts'
import { platform as nobody } from '../session/sender.ts'
import { emptySession } from '../session/session.ts'
import type { Session, SessionDetails } from '../session/session.ts'
import type { Accounts } from './accounts.ts'
import type { AudioSocket } from '../audio-connector/audio-socket.ts'
import type { Booth, BoothLot } from '../booth/booth.ts'
import { createAlarms } from './alarms.ts'
import { systemClock } from '../clock.ts'
import type { Clock } from '../clock.ts'
import { createSwitchboard } from './switchboard.ts'
import type { Switchboard } from './switchboard.ts'

/** The sessions there are, and the one way to change them. */
export interface Platform {
  readonly accounts: Accounts
  readonly switchboard: Switchboard
  readonly clock: Clock
  /** Where accounts want to hear of what happens. */
  readonly callbacks: CallbackRegistry
  create(details: SessionDetails): Session
  find(sessionId: string): Session | undefined
  list(): readonly Session[]
  /** Lets the session handle a message and carries out what follows. */
  dispatch(sessionId: string, dispatched: Dispatched): void
  /** Lets the server of an Audio Connector hear the session, and speak if the connector does. */
  plug(connector: string, socket: AudioSocket): void
  /** Ends the media router as a fault would; it comes back by itself. */
  crashMedia(): void
  /** Where the playlist of a broadcast on air is, and its segments. */
  broadcastFolder(broadcast: string): string | undefined
  /** Where the file of an archive is, when it has one that can be read. */
  archiveFile(archive: string): string | undefined
  /** Ends all media; nothing is asked of the platform afterwards. */
  close(): Promise<void>
  /** Goes back to how it was at the start: no sessions, the first accounts and callbacks. */
  reset(): void
}

/** A message on its way into a session. */
export interface Dispatched {
  readonly from: string
  readonly message: Message
  /** Hears the answer before anybody hears anything else. */
  readonly reply?: (answer: Answer) => void
}

export interface PlatformOptions {
  /** The clock of this machine when absent. */
  readonly clock?: Clock
  /** None are registered when absent. */
  readonly callbacks?: CallbackRegistry
  /** What a session takes, where it says nothing of its own; no limits when absent. */
  readonly limits?: Partial<Limits>
  /** Hears of every message and how it was answered. */
  readonly observe?: (sessionId: string, message: LoggedMessage) => void
  /** Where media of routed sessions goes; only signalling happens when absent. */
  readonly routeMedia?: (listener: MediaListener) => MediaRouter
  /** Who films sessions; archives are there without files when absent. */
  readonly film?: (lot: StudioLot) => Studio
  /** Who hears and plays for the platform itself; connectors are silent, and guests are not seen, when absent. */
  readonly booth?: (lot: BoothLot) => Booth
  /** Hears what the owner of a session is to be told. */
  readonly notify?: (session: Session, callback: Callback) => void
}

export function createPlatform(accounts: Accounts, options: PlatformOptions = {}): Platform {
  const { clock = systemClock, callbacks = createCallbackRegistry([]) } = options
  const { notify = () => undefined, observe = () => undefined } = options
  const { routeMedia = createSilentRouter } = options
  const sessions = new Map<string, Session>()
  const alarms = createAlarms(clock, (sessionId) =>
    dispatch(sessionId, { from: nobody, message: { type: 'wake' } }),
  )
  const switchboard = createSwitchboard()

  const perform = (session: Session, effect: Effect, reply: Dispatched['reply']) => {
    switch (effect.type) {
      case 'answer':
        return reply?.(effect)
      case 'push':
        return switchboard.line(session.id, effect.to)?.push(effect.from, effect.message)
      case 'hang-up':
        switchboard.line(session.id, effect.connection)?.hangUp()
        return switchboard.unplug(session.id, effect.connection)
      case 'media':
        return media.perform(session.id, effect.command)
      case 'film':
        return studio?.perform(session, effect.command)
      case 'booth':
        return booth?.perform(session.id, effect.command)
      case 'callback':
        return notify(session, effect)
      default:
        return effect satisfies never
    }
  }

  const dispatch: Platform['dispatch'] = (sessionId, { from, message, reply }) => {
    const session = sessions.get(sessionId)
    if (session === undefined) {
      return reply?.({ type: 'answer', status: 404, body: { reason: 'There is no such session' } })
    }
    const hasOwnStorage = accounts.get(session.key)?.archiveStorage !== undefined
    const isFilmed = studio !== undefined
    const current = { ...session, at: clock.now(), hasOwnStorage, isFilmed }
    const outcome = handle(current, from, message)
    sessions.set(sessionId, outcome.session)
    alarms.set(sessionId, wakeAt(outcome.session))
    // What passes between a session and its media router would drown the rest.
    if (message.type !== 'media') observe(sessionId, logged(outcome, from, message))
    for (const effect of outcome.effects) perform(outcome.session, effect, reply)
  }

  const media = routeMedia({
    event: (sessionId, event) => {
      switch (event.type) {
        case 'recorded':
          return studio?.recorded(event)
        case 'heard':
          return booth?.heard(event)
        case 'keyframe-wanted':
          return booth?.keyframeWanted(event.leg)
        default:
          return dispatch(sessionId, { from: nobody, message: { type: 'media', event } })
      }
    },
    lost: () => {
      studio?.lost()
      booth?.lost()
      for (const sessionId of sessions.keys()) {
        dispatch(sessionId, { from: nobody, message: { type: 'media-lost' } })
      }
    },
  })

  const studio = options.film?.({
    route: (sessionId, command) => media.perform(sessionId, command),
    delivered: (sessionId, delivery) => {
      const { archive } = delivery
      const message: Message =
        'file' in delivery
          ? { type: 'deliver-archive', archive, file: delivery.file }
          : { type: 'fault-archive', archive, fault: delivery.fault }
      dispatch(sessionId, { from: nobody, message })
    },
    aired: (sessionId, broadcast, status) =>
      dispatch(sessionId, { from: nobody, message: { type: 'note-broadcast', broadcast, status } }),
  })

  const booth = options.booth?.({
    route: (sessionId, command) => media.perform(sessionId, command),
    said: (sessionId, said) => {
      const message: Message = { type: 'caption', id: randomUUID(), ...said }
      dispatch(sessionId, { from: nobody, message })
    },
  })

  return {
    accounts,
    switchboard,
    clock,
    callbacks,
    create: (details) => {
      const session = emptySession({ limits: { ...noLimits, ...options.limits }, ...details })
      sessions.set(session.id, session)
      return session
    },
    find: (sessionId) => sessions.get(sessionId),
    list: () => [...sessions.values()],
    dispatch,
    plug: (connector, socket) => booth?.plug(connector, socket),
    crashMedia: media.crash,
    close: async () => {
      booth?.clear()
      await media.close()
      await studio?.close()
    },
    broadcastFolder: (broadcast) => studio?.broadcastFolder(broadcast),
    archiveFile: (archive) => studio?.fileOf(archive),
    reset: () => {
      alarms.clear()
      booth?.clear()
      studio?.clear()
      media.clear()
      switchboard.clear()
      sessions.clear()
      accounts.reset()
      callbacks.reset()
    },
  }
}

function logged({ session, effects }: Outcome, from: string, message: Message): LoggedMessage {
  const answer = effects.find((effect) => effect.type === 'answer')
  const { status = 0, body } = answer ?? {}
  const refused = status >= 300 && body?.['reason'] !== undefined
  return { at: session.at, from, message, status, ...(refused && { reason: body['reason'] }) }
}
