import type { Call, Host, Participant } from '@ot-room/room'
import { html, nothing, type TemplateResult } from 'lit'
import { callIcons } from '../icons/call-icons.ts'
import { icons } from '../icons/icons.ts'
import type { Strings } from '../strings/en.ts'
import { otherName } from '../strings/other-name.ts'
import type { TalkStrings } from '../strings/talk/en.ts'

/** What a row of the list of people is made of. */
export interface PersonRow {
  readonly person: Participant
  readonly call: Call
  readonly strings: Strings
  readonly words: TalkStrings
  /** There for hosts. */
  readonly host: Host | undefined
  /** Whether the host is being asked about this person. */
  readonly asked: boolean
  ask(): void
  /** The host was asked and thought better of it. */
  keep(): void
  /** Does what a host wants, and tells if it did not work. */
  act(work: (host: Host) => Promise<void>): void
}

/** One person: who it is, what is on, and what a host can do about them. */
export function personRow(row: PersonRow): TemplateResult {
  const { person, call, strings, words, host, asked } = row
  const name = otherName(person.name, strings)
  const camera = person.streams.find(({ kind }) => kind === 'camera')
  const handUp = call.hands.some(({ by }) => by === person.id)
  return html`<li part="person">
    <span class="name"><bdi>${person.self ? strings.you(person.name) : name}</bdi></span>
    <span class="marks">
      ${handUp ? mark(callIcons.hand, words.handUp, 'hand') : nothing}
      ${camera?.hasVideo ? nothing : mark(icons.cameraOff, strings.cameraOff)}
      ${camera?.hasAudio ? nothing : mark(icons.microphoneOff, strings.muted)}
    </span>
    ${host && !person.self ? hostButtons(row, name) : nothing}
    ${host && asked ? question(row, name) : nothing}
  </li>`
}

function mark(icon: TemplateResult, text: string, kind = ''): TemplateResult {
  return html`<span class="mark ${kind}"
    >${icon}<span class="visually-hidden">, ${text}</span></span
  >`
}

function hostButtons(row: PersonRow, name: string): TemplateResult {
  const { person, words, asked, ask, act } = row
  const isHeard = person.streams.some(({ hasAudio }) => hasAudio)
  return html`<span class="acts">
    ${
      isHeard
        ? html`<button
            class="quiet"
            type="button"
            title=${words.muteOne(name)}
            aria-label=${words.muteOne(name)}
            @click=${() => act((host) => host.mute(person.id))}
          >
            ${icons.microphone}
          </button>`
        : nothing
    }
    <button
      class="quiet"
      type="button"
      title=${words.removeOne(name)}
      aria-label=${words.removeOne(name)}
      aria-expanded=${asked ? 'true' : 'false'}
      @click=${ask}
    >
      ${callIcons.remove}
    </button>
  </span>`
}

function question(row: PersonRow, name: string): TemplateResult {
  const { person, call, strings, words, keep, act } = row
  const canBan = person.visitor !== undefined && call.features.includes('moderation')
  return html`<div class="question" role="group" aria-label=${words.removeQuestion(name)}>
    <p>${words.removeQuestion(name)}</p>
    <button class="danger" type="button" @click=${() => act((host) => host.remove(person.id))}>
      ${words.remove}
    </button>
    ${
      canBan
        ? html`<button
            class="danger"
            type="button"
            @click=${() => act((host) => host.ban(person.id))}
          >
            ${words.ban}
          </button>`
        : nothing
    }
    <button class="secondary" type="button" @click=${keep}>${strings.cancel}</button>
  </div>`
}
