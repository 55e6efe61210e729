import { describeArchive } from '../session/archive/describe.ts'
import { describeBroadcast } from '../session/broadcast/describe.ts'
import { runningCaptions } from '../session/captions/captions.ts'
import { describeConnection, describeStream } from '../session/describe.ts'
import type { Session } from '../session/session.ts'
import type { JsonObject } from '../wire/json.ts'

/** A session as the emulator shows it to the people who test with it; nothing secret is in it. */
export interface SessionView {
  readonly sessionId: string
  /** The API key or application id that owns it. */
  readonly key: string
  readonly mediaMode: 'relayed' | 'routed'
  readonly archiveMode: 'manual' | 'always'
  readonly e2ee: boolean
  /** Milliseconds since the epoch. */
  readonly createdAt: number
  /** Whether microphones of new streams start muted. */
  readonly muteOnEntry: boolean
  readonly connections: readonly JsonObject[]
  readonly streams: readonly JsonObject[]
  readonly subscriptions: readonly JsonObject[]
  /** The language of the captions that run; `null` when none do. */
  readonly captions: string | null
  /** SIP calls that go on, with the tones that were played. */
  readonly calls: readonly JsonObject[]
  /** Those nobody sits behind; `id` is of their connection. */
  readonly participants: readonly JsonObject[]
  /** As REST describes them, without links. */
  readonly archives: readonly JsonObject[]
  /** As REST describes them. */
  readonly broadcasts: readonly JsonObject[]
}

export function inspect(session: Session): SessionView {
  const { connections, streams, subscriptions, archives, broadcasts } = session
  const { id, key, mediaMode, archiveMode, e2ee, createdAt, muteOnEntry } = session
  return {
    sessionId: id,
    key,
    mediaMode,
    archiveMode,
    e2ee,
    createdAt,
    muteOnEntry,
    connections: [...connections.values()].map((connection) => {
      const {
        role,
        network: { up, down },
      } = connection
      return {
        ...describeConnection(connection),
        role,
        network: { up: { ...up }, down: { ...down } },
      }
    }),
    streams: [...streams.values()].flatMap((stream) => {
      const owner = connections.get(stream.owner)
      if (owner === undefined) return []
      return [{ ...describeStream(stream, owner), layoutClassList: stream.layoutClasses }]
    }),
    captions: runningCaptions(session)?.languageCode ?? null,
    calls: [...session.calls.values()].map((call) => ({ ...call })),
    participants: [...session.participants.values()].map((participant) => ({ ...participant })),
    subscriptions: [...subscriptions.values()].map(({ legs, wants, ...subscription }) => ({
      ...subscription,
      wants: { ...wants },
      negotiation: legs.at(-1)?.negotiation.state ?? 'awaiting-offer',
    })),
    archives: [...archives.values()].map((archive) => describeArchive(session, archive)),
    broadcasts: [...broadcasts.values()].map((broadcast) => describeBroadcast(session, broadcast)),
  }
}
