import './lib/server/lit-anywhere.ts'
export { OtRoom } from './lib/shell/ot-room.ts'
export { OtLobby } from './lib/lobby/ot-lobby.ts'
export { OtCaptions } from './lib/captions/ot-captions.ts'
export { OtChat } from './lib/chat/ot-chat.ts'
export { OtPeople } from './lib/people/ot-people.ts'
export { OtStage } from './lib/stage/ot-stage.ts'
export { OtTile } from './lib/tile/ot-tile.ts'
export { OtToolbar } from './lib/toolbar/ot-toolbar.ts'
export {
  OtDeviceEvent,
  OtErrorEvent,
  OtJoinEvent,
  OtLeaveEvent,
  OtParticipantEvent,
  OtSignalEvent,
  type OtRoomEventMap,
} from './lib/room/events.ts'
export { en, type Strings } from './lib/strings/en.ts'
export { talkEn, type TalkStrings } from './lib/strings/talk/en.ts'
export type { Explanation, LobbyStrings } from './lib/strings/lobby-en.ts'
export { previewContext, roomContext, stringsContext, viewContext } from './lib/context/contexts.ts'
export { SnapshotController, type Source } from './lib/context/snapshot-controller.ts'
export type { Aside, Layout, SelfView, View, ViewState } from './lib/view/view.ts'
