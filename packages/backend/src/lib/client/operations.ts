import {
  backlogOperation,
  forgetOperation,
  handOperation,
  sayOperation,
  setValueOperation,
  unsayOperation,
} from '../features/backlog/backlog-operations.ts'
import {
  listBroadcastsOperation,
  startBroadcastOperation,
  stopBroadcastOperation,
} from '../features/broadcasting/broadcasting-operations.ts'
import {
  startCaptionsOperation,
  stopCaptionsOperation,
} from '../features/captions/captions-operations.ts'
import {
  banOperation,
  endOperation,
  lockOperation,
  muteAllOperation,
  removeOperation,
  unbanOperation,
} from '../features/moderation/moderation-operations.ts'
import {
  deleteRecordingOperation,
  listRecordingsOperation,
  startRecordingOperation,
  stopRecordingOperation,
} from '../features/recording/recording-operations.ts'
import { dialOperation } from '../features/telephony/dial-operation.ts'
import {
  admitOperation,
  denyOperation,
  sendBackOperation,
  waitingOperation,
} from '../features/waiting/waiting-operations.ts'
import { joinOperation } from '../join/join-operation.ts'

/** Everything that a backend with all its features can be asked for, by name. */
export const operations = {
  join: joinOperation,
  waiting: waitingOperation,
  admit: admitOperation,
  deny: denyOperation,
  sendBack: sendBackOperation,
  lock: lockOperation,
  remove: removeOperation,
  ban: banOperation,
  unban: unbanOperation,
  muteAll: muteAllOperation,
  end: endOperation,
  startRecording: startRecordingOperation,
  listRecordings: listRecordingsOperation,
  stopRecording: stopRecordingOperation,
  deleteRecording: deleteRecordingOperation,
  startBroadcast: startBroadcastOperation,
  listBroadcasts: listBroadcastsOperation,
  stopBroadcast: stopBroadcastOperation,
  startCaptions: startCaptionsOperation,
  stopCaptions: stopCaptionsOperation,
  dial: dialOperation,
  backlog: backlogOperation,
  say: sayOperation,
  unsay: unsayOperation,
  hand: handOperation,
  setValue: setValueOperation,
  forget: forgetOperation,
} as const
