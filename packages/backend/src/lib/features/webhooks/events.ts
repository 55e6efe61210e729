import { fields } from '../../fields.ts'

/** Something that the platform has told: the events of session monitoring, archives, broadcasts and telephones. */
export interface PlatformEvent {
  /** `connectionCreated`, `streamDestroyed`, `archive`, `broadcast`, … */
  readonly event: string
  readonly sessionId: string
  /** Milliseconds since 1970; events arrive in any order, and more than once. */
  readonly timestamp: number | undefined
  /** For `archive` and `broadcast`: `started`, `stopped`, `available`, … */
  readonly status: string | undefined
  /** For streams and connections that ended: `clientDisconnected`, `forceDisconnected`, … */
  readonly reason: string | undefined
  /** Who connected or disconnected. */
  readonly connection: { readonly id: string; readonly data: string } | undefined
  /** What was published. */
  readonly stream: { readonly id: string; readonly name: string } | undefined
  /** Everything that was told. */
  readonly body: Readonly<Record<string, unknown>>
}

/** Reads what the platform tells; undefined for what has no event or no session. */
export function platformEvent(told: unknown): PlatformEvent | undefined {
  const body = fields(told)
  const event = text(body.event) ?? (text(body.captionId) && 'captions')
  const sessionId = text(body.sessionId)
  if (event === undefined || event === '' || sessionId === undefined) return undefined
  const { timestamp } = body
  const stream = fields(body.stream)
  const connection = fields(body.connection ?? stream.connection)
  const [connectionId, streamId] = [text(connection.id), text(stream.id)]
  return {
    event,
    sessionId,
    timestamp: typeof timestamp === 'number' ? timestamp : undefined,
    status: text(body.status),
    reason: text(body.reason),
    connection:
      connectionId === undefined
        ? undefined
        : { id: connectionId, data: text(connection.data) ?? '' },
    stream: streamId === undefined ? undefined : { id: streamId, name: text(stream.name) ?? '' },
    body,
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
