import type { JoinOptions, Room, SignalToSend } from '@ot-room/room'
import type { View } from '../view/view.ts'
import type { OtRoom } from './ot-room.ts'

/** What the shell loads when it is wanted, and hands everything to from then on. */
export interface RoomUi {
  /** `undefined` until the page has said which room. */
  readonly presence: Room | undefined
  /** The same; throws a `TypeError` while there is none. */
  readonly required: Room
  readonly view: View
  join(options: JoinOptions): Promise<void>
  leave(): void
  sendSignal(signal: SignalToSend): Promise<void>
  /** An attribute or a property is another one now. */
  changed(property: string): void
  /** The element is on a page, or not any more. */
  attached(): void
  detached(): void
}

/** Where a room is shown. */
export interface RoomFrame {
  readonly host: OtRoom
  readonly root: ShadowRoot
  readonly internals: ElementInternals
  /** The devices for the lobby, where they are being opened already. */
  readonly opening: Promise<MediaStream | undefined> | undefined
  /** Whether the room is to be joined without a click, as `autojoin` says until the page leaves. */
  readonly mayJoinUnasked: () => boolean
}
