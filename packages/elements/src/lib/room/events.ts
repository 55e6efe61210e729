import type { Departure, LocalDevice, Participant, ReceivedSignal, RoomError } from '@ot-room/room'

const outward: EventInit = { bubbles: true, composed: true }

/** The visitor is in the room. */
export class OtJoinEvent extends Event {
  /** The visitor's participant id. */
  readonly participantId: string
  /** What the backend lets the visitor do, for example `publisher` or `moderator`. */
  readonly role: string

  constructor(participantId: string, role: string) {
    super('ot-join', outward)
    this.participantId = participantId
    this.role = role
  }
}

/** The visitor is out of the room again. */
export class OtLeaveEvent extends Event {
  readonly reason: Departure['reason']

  constructor(reason: Departure['reason']) {
    super('ot-leave', outward)
    this.reason = reason
  }
}

/** Something went wrong: joining, the stay, or a device in the call. */
export class OtErrorEvent extends Event {
  readonly error: RoomError

  constructor(error: RoomError) {
    super('ot-error', outward)
    this.error = error
  }
}

/** A signal came, also the visitor's own. */
export class OtSignalEvent extends Event {
  readonly signal: ReceivedSignal

  constructor(signal: ReceivedSignal) {
    super('ot-signal', outward)
    this.signal = signal
  }
}

/** The visitor's microphone, camera or screen is in another state. */
export class OtDeviceEvent extends Event {
  readonly kind: 'microphone' | 'camera' | 'screen'
  readonly status: LocalDevice['status']

  constructor(kind: OtDeviceEvent['kind'], status: LocalDevice['status']) {
    super('ot-device', outward)
    this.kind = kind
    this.status = status
  }
}

/** Somebody else came or went. */
export class OtParticipantEvent extends Event {
  readonly participant: Participant

  constructor(type: 'ot-participant-join' | 'ot-participant-leave', participant: Participant) {
    super(type, outward)
    this.participant = participant
  }
}

/** The events of `<ot-room>` by name. */
export interface OtRoomEventMap {
  'ot-join': OtJoinEvent
  'ot-leave': OtLeaveEvent
  'ot-error': OtErrorEvent
  'ot-signal': OtSignalEvent
  'ot-device': OtDeviceEvent
  'ot-participant-join': OtParticipantEvent
  'ot-participant-leave': OtParticipantEvent
}

declare global {
  // The events bubble out of every shadow root, so any element may listen.
  interface HTMLElementEventMap extends OtRoomEventMap {}
}
