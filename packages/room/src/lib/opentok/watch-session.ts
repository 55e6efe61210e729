import type OT from '@opentok/client'
import { arrivalOf, departureOf, signalOf, streamAdded, streamChanged } from './map-event.ts'
import { sessionListener } from './session-listener.ts'
import { subscribe, type SubscriptionContext } from './subscribe.ts'

/** Who listens to a session. */
export interface SessionWatch extends Omit<SubscriptionContext, 'session'> {
  /** Streams by id, kept for the same reason: a host names one by it. */
  readonly streams: Map<string, OT.Stream>
  /** Connections by id, kept up to date here because OpenTok.js wants the object to address a signal. */
  readonly connections: Map<string, OT.Connection>
}

/** Reports everything that happens in a session; must be called before `connect`, or early events are missed. */
export function watchSession(session: OT.Session, watch: SessionWatch): void {
  const { stay, videos, captioning, connections, streams } = watch
  const listen = sessionListener(session, stay.signal)
  listen('connectionCreated', ({ connection }) => {
    connections.set(connection.connectionId, connection)
    stay.onEvent({ type: 'participant-joined', participant: arrivalOf(connection) })
  })
  listen('connectionDestroyed', ({ connection }) => {
    connections.delete(connection.connectionId)
    stay.onEvent({ type: 'participant-left', id: connection.connectionId })
  })
  listen('streamCreated', ({ stream }) => {
    streams.set(stream.streamId, stream)
    stay.onEvent(streamAdded(stream))
    subscribe(stream, { session, stay, videos, captioning })
  })
  listen('streamDestroyed', ({ stream }) => {
    streams.delete(stream.streamId)
    videos.remove(stream.streamId)
    stay.onEvent({ type: 'stream-removed', id: stream.streamId })
  })
  listen('streamPropertyChanged', (change) => {
    const event = streamChanged(change)
    if (event) stay.onEvent(event)
  })
  listen('archiveStarted', ({ id }) => stay.onEvent({ type: 'recording-began', id }))
  listen('archiveStopped', ({ id }) => stay.onEvent({ type: 'recording-ended', id }))
  listen('sessionReconnecting', () => stay.onEvent({ type: 'connection-dropped' }))
  listen('sessionReconnected', () => stay.onEvent({ type: 'connection-restored' }))
  listen('sessionDisconnected', ({ reason }) => {
    stay.onEvent({ type: 'departed', departure: departureOf(reason) })
  })
  listen('signal', (event) => stay.onSignal(signalOf(event)))
}
