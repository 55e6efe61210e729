import { ContextConsumer } from '@lit/context'
import type { Participant, Reaction, Stream } from '@ot-room/room'
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { roomContext } from '../context/contexts.ts'
import { CallPart } from '../context/call-part.ts'
import { callIcons } from '../icons/call-icons.ts'
import { icons } from '../icons/icons.ts'
import { tokens } from '../styles/tokens.ts'
import { visuallyHidden } from '../styles/visually-hidden.ts'
import { hueOf, initialsOf } from './initials.ts'
import { linkBadge } from './link-badge.ts'
import { tileStyles } from './ot-tile.styles.ts'
import { createRing } from './ring.ts'
import { otherName } from '../strings/other-name.ts'

/** Whether a tile stays large, and how to change that. */
export interface Pinning {
  readonly pinned: boolean
  toggle(): void
}

/**
 * One person or one screen.
 *
 * @tag ot-tile
 *
 * @csspart media - The live picture.
 * @csspart avatar - The initials that stand in for a picture.
 * @csspart label - The name and the muted badge.
 * @csspart badge - What is wrong with the connection.
 * @csspart hand - That the person's hand is up.
 * @csspart reaction - What the person has shown, for a moment.
 * @csspart pin - The button that keeps the tile large.
 * @csspart ring - What shows that the person speaks; its `color` is drawn with, as strong as the voice.
 */
export class OtTile extends CallPart {
  static override properties: PropertyDeclarations = {
    participant: { attribute: false },
    stream: { attribute: false },
    mirror: { attribute: false },
    pinning: { attribute: false },
    hand: { attribute: false },
    reactions: { attribute: false },
  }
  static override styles = [tokens, visuallyHidden, tileStyles]

  declare participant: Participant | undefined
  declare stream: Stream | undefined
  declare mirror: boolean
  /** Without it the tile has no pin button. */
  declare pinning: Pinning | undefined

  /** Whether the person's hand is up. */
  declare hand: boolean | undefined
  /** What the person shows for a moment, the oldest first. */
  declare reactions: readonly Reaction[] | undefined

  readonly #ring = createRing(() => this.renderRoot.querySelector('canvas'))

  /** How loud the person is shown to be, 0 to 1. */
  get level(): number {
    return this.#ring.level
  }
  set level(level: number) {
    this.#ring.level = level
  }

  readonly #room = new ContextConsumer(this, { context: roomContext, subscribe: true })

  protected override updated(): void {
    // By the object model: a style attribute would break pages with a strict content security policy.
    this.style.setProperty('--_hue', String(hueOf(this.participant?.id ?? '')))
  }

  protected override render(): TemplateResult | typeof nothing {
    const { participant, stream } = this
    if (!participant) return nothing
    const picture = stream?.hasVideo === true && stream.media === 'playing'
    const screen = stream?.kind === 'screen'
    const mirrored = participant.self && !screen && this.mirror
    const shown = picture && stream.link !== 'audio-only'
    const label = this.#label(participant)
    const looks = [
      'media',
      ...(shown ? ['shown'] : []),
      ...(mirrored ? ['mirrored'] : []),
      ...(screen ? ['screen'] : []),
    ]
    return html`
      ${
        shown
          ? nothing
          : html`<div class="avatar" part="avatar" aria-hidden="true">
              ${initialsOf(participant.name)}
            </div>`
      }
      <div class=${looks.join(' ')} part="media" aria-hidden="true">
        ${stream && this.#room.value?.video(stream.id)}
      </div>
      ${
        stream?.media === 'failed'
          ? html`<p class="failed">${this.strings.streamFailed}</p>`
          : linkBadge(stream?.link ?? 'fine', this.strings)
      }
      ${repeat(
        this.reactions ?? [],
        ({ id }) => id,
        ({ kind }) =>
          html`<span class="reaction" part="reaction" aria-hidden="true">${kind}</span>`,
      )}
      <div class="label" part="label">
        ${this.hand ? html`<span class="hand" part="hand">${callIcons.hand}</span>` : nothing}
        ${stream?.hasAudio || screen ? nothing : icons.microphoneOff}
        <span class="name" dir="auto">${label}</span>
        <span class="visually-hidden">${this.#spokenState()}</span>
      </div>
      <canvas class="ring" part="ring" aria-hidden="true"></canvas>
      ${this.pinning ? this.#pin(this.pinning, label) : nothing}
    `
  }

  #pin({ pinned, toggle }: Pinning, label: string): TemplateResult {
    return html`<button
      class="pin"
      part="pin"
      type="button"
      aria-label=${this.strings.pin(label)}
      aria-pressed=${pinned ? 'true' : 'false'}
      @click=${toggle}
    >
      ${callIcons.pin}
    </button>`
  }

  #label({ name, self }: Participant): string {
    const { strings } = this
    if (this.stream?.kind === 'screen') return strings.screenOf(name ?? strings.guest)
    return self ? strings.you(name) : otherName(name, strings)
  }

  #spokenState(): string {
    const { strings, words, stream, hand } = this
    if (stream?.kind === 'screen') return ''
    return [
      ...(hand ? [words.handUp] : []),
      ...(stream?.hasAudio ? [] : [strings.muted]),
      ...(stream?.hasVideo ? [] : [strings.cameraOff]),
    ]
      .map((text) => `, ${text}`)
      .join('')
  }
}
