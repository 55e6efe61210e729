import { RoomError } from '../errors/room-error.ts'

/** A short message for everybody in the room, or for one participant. */
export interface SignalToSend {
  /** At most 128 letters, digits and `-._~`. */
  readonly type: string
  /** At most 8192 characters. */
  readonly data: string
  /** A participant's id. */
  readonly to?: string
}

/** A message that came; `from` is a participant's id, or `undefined` when the server sent it. */
export interface ReceivedSignal {
  readonly type: string
  readonly data: string
  readonly from: string | undefined
}

/** Throws `RoomError` `signal-invalid` for what OpenTok.js would refuse; its documentation gives the limits. */
export function assertSignal({ type, data }: SignalToSend): void {
  if (!/^[\w.~-]{1,128}$/.test(type) || data.length > 8192) throw new RoomError('signal-invalid')
}
