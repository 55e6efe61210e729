import { callOf, type Call, type Room, type RoomState } from '@ot-room/room'
import type { View, ViewState } from '../view/view.ts'
import { roomContext, viewContext } from './contexts.ts'
import { SnapshotController, type Host } from './snapshot-controller.ts'

/** Follows the call that a part stands in. */
export function callAround(part: Host): SnapshotController<RoomState, Call | undefined, Room> {
  return new SnapshotController(part, roomContext, callOf)
}

/** Follows how the visitor likes to see it. */
export function viewAround(part: Host): SnapshotController<ViewState, ViewState, View> {
  return new SnapshotController(part, viewContext, (state: ViewState) => state)
}
