import type { Failed, Joining, Left, RoomError } from '@ot-room/room'
import { html } from 'lit'
import { callIcons } from '../icons/call-icons.ts'
import type { Strings } from '../strings/en.ts'
import { explain } from '../strings/explain.ts'
import type { Action, Outcome } from './outcome-view.ts'

/** What a visitor can do outside of a call. */
export interface Ways {
  rejoin(): void
  back(): void
  cancel(): void
}

/** On the way in. */
export function joiningOutcome({ step }: Joining, strings: Strings, ways: Ways): Outcome {
  return {
    part: 'joining',
    heading: strings.joiningHeading,
    help: step === 'preparing' ? strings.joiningPreparing : strings.joiningConnecting,
    icon: html`<span class="spinner" aria-hidden="true"></span>`,
    progress: step === 'preparing' ? 1 / 3 : 2 / 3,
    actions: [{ tone: 'secondary', label: strings.cancel, act: ways.cancel }],
  }
}

/** A host has to let the visitor in, who sees themselves meanwhile. */
export function waitingOutcome(
  picture: MediaStream | undefined,
  strings: Strings,
  ways: Ways,
): Outcome {
  return {
    part: 'waiting',
    heading: strings.waitingHeading,
    help: strings.waitingHelp,
    icon: picture
      ? html`<video
          part="waiting-video"
          aria-label=${strings.previewLabel}
          autoplay
          playsinline
          .muted=${true}
          .srcObject=${picture}
        ></video>`
      : callIcons.guest,
    actions: [{ tone: 'secondary', label: strings.cancel, act: ways.cancel }],
  }
}

/** Out again. */
export function leftOutcome(state: Left, strings: Strings, ways: Ways): Outcome {
  const rejoin: Action = { tone: 'primary', label: strings.rejoin, act: ways.rejoin }
  const back: Action = { tone: 'secondary', label: strings.back, act: ways.back }
  if (state.reason === 'self') {
    const { leftHeading: heading, leftHelp: help } = strings
    return { part: 'left', heading, help, icon: callIcons.leave, actions: [rejoin, back] }
  }
  return { part: 'left', ...wordsOf(state.error, strings), actions: [rejoin, back] }
}

/** Never got in. */
export function failedOutcome({ error }: Failed, strings: Strings, ways: Ways): Outcome {
  const again: Action = { tone: 'primary', label: strings.tryAgain, act: ways.rejoin }
  const back: Action = { tone: 'secondary', label: strings.back, act: ways.back }
  return { part: 'failed', ...wordsOf(error, strings), actions: [again, back] }
}

function wordsOf(error: RoomError, strings: Strings) {
  return { ...explain(error, strings), detail: error.refusal?.detail, icon: callIcons.warning }
}
