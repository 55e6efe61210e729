import { callStrings, talkStrings } from '../strings/call-strings.ts'
import type { Strings } from '../strings/en.ts'
import type { TalkStrings } from '../strings/talk/en.ts'
import { RoomPart } from './room-part.ts'

/** A part that stands in a call, and has the words for it. */
export class CallPart extends RoomPart {
  protected override get strings(): Strings {
    return callStrings(super.strings)
  }

  /** Those of talking, acting and hosting. */
  protected get words(): TalkStrings {
    return talkStrings(super.strings)
  }
}
