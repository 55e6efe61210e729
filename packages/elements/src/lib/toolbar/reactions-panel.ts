import { reactionKinds, type Call, type Talk } from '@ot-room/room'
import { html, type TemplateResult } from 'lit'
import { callIcons } from '../icons/call-icons.ts'
import type { TalkStrings } from '../strings/talk/en.ts'

/** What the panel of reactions is made of. */
export interface ReactionsPanel {
  readonly call: Call
  readonly words: TalkStrings
  /** Does what was asked for, tells if it did not work, and closes the panel. */
  act(work: (talk: Talk) => Promise<void>): void
}

/** A hand to raise, and reactions to show for a moment. */
export function reactionsPanel({ call, words, act }: ReactionsPanel): TemplateResult {
  const isUp = call.hands.some(({ by }) => by === call.self)
  return html`<div
    class="panel reactions"
    id="reactions"
    part="reactions"
    role="group"
    aria-label=${words.reactions}
  >
    <div class="kinds">
      ${reactionKinds.map(
        (kind) =>
          html`<button
            class="kind"
            type="button"
            aria-label=${words.reactionNames[kind]}
            title=${words.reactionNames[kind]}
            @click=${() => act((talk) => talk.react(kind))}
          >
            ${kind}
          </button>`,
      )}
    </div>
    <button
      class="secondary"
      part="raise-hand"
      type="button"
      @click=${() => act((talk) => (isUp ? talk.lowerHand() : talk.raiseHand()))}
    >
      ${callIcons.hand}${isUp ? words.lowerHand : words.raiseHand}
    </button>
  </div>`
}
