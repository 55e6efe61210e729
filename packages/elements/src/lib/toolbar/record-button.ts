import type { Call, Host } from '@ot-room/room'
import { html, nothing, type TemplateResult } from 'lit'
import { callIcons } from '../icons/call-icons.ts'
import type { TalkStrings } from '../strings/talk/en.ts'

/** What the button takes with which a host records. */
export interface RecordButton {
  readonly call: Call
  readonly words: TalkStrings
  act(work: (host: Host) => Promise<void>): void
}

/** Begins and ends recording, where the backend has it in this room. */
export function recordButton({ call, words, act }: RecordButton): TemplateResult | typeof nothing {
  if (!call.features.includes('recording')) return nothing
  const isRecorded = call.recordings.length > 0
  return html`<button
    class="secondary record"
    part="record"
    type="button"
    @click=${() => act((host) => (isRecorded ? host.stopRecording() : host.startRecording()))}
  >
    ${callIcons.record}${isRecorded ? words.stopRecording : words.record}
  </button>`
}
