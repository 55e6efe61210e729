import type { Room } from '@ot-room/room'
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { callAround, viewAround } from '../context/in-call.ts'
import { CallPart } from '../context/call-part.ts'
import { tokens } from '../styles/tokens.ts'
import { OtTile } from '../tile/ot-tile.ts'
import { usualView } from '../view/view.ts'
import { arrange, type Arrangement } from './arrange.ts'
import { createLevelPainter } from './level-painter.ts'
import { stageStyles } from './ot-stage.styles.ts'
import { placesOf } from './place.ts'
import { tilesOf, type Tile } from './tiles.ts'

/**
 * Everybody in the room, laid out to fill the space.
 *
 * @tag ot-stage
 *
 * @csspart tiles - The list of tiles.
 * @csspart tile - One tile; also `featured`, `floating` or `screen`.
 * @csspart alone - What is said while nobody else is there.
 * @cssproperty [--ot-gap=0.75rem] - The space between tiles.
 */
export class OtStage extends CallPart {
  static override properties: PropertyDeclarations = {}
  static override styles = [tokens, stageStyles]

  readonly #call = callAround(this)
  readonly #view = viewAround(this)
  readonly #tilesByStream = new Map<string, OtTile>()
  readonly #painter = createLevelPainter((streamId) => this.#tilesByStream.get(streamId))
  #arrangement: Arrangement | undefined
  #shown = new AbortController()
  #heard: Room | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    this.#shown = new AbortController()
    const { signal } = this.#shown
    const resizing = new ResizeObserver(() => this.#place())
    resizing.observe(this)
    signal.addEventListener('abort', () => resizing.disconnect())
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#shown.abort()
    this.#heard = undefined
  }

  protected override updated(): void {
    this.#tilesByStream.clear()
    for (const tile of this.renderRoot.querySelectorAll('ot-tile')) {
      if (tile instanceof OtTile && tile.stream) this.#tilesByStream.set(tile.stream.id, tile)
    }
    this.#listen()
    this.#place()
  }

  protected override render(): TemplateResult {
    const { strings } = this
    const people = this.#call.value?.participants ?? []
    const view = this.#view.value ?? usualView
    const arrangement = arrange(tilesOf(people), view, this.#call.value?.speaker)
    this.#arrangement = arrangement
    const { featured, others, floating } = arrangement
    const shown = tilesOf(people).filter(
      (tile) =>
        tile.key === floating?.key || [...featured, ...others].some(({ key }) => key === tile.key),
    )
    return html`
      <ul
        part="tiles"
        role="list"
        aria-label="${strings.stageLabel}, ${strings.people(people.length)}"
      >
        ${repeat(
          shown,
          ({ key }) => key,
          (tile) => this.#tile(tile, arrangement),
        )}
      </ul>
      ${
        people.length === 1
          ? html`<p class="alone" part="alone">
              <strong>${strings.alone}.</strong> <span>${strings.aloneHint}</span>
            </p>`
          : nothing
      }
    `
  }

  #tile({ key, participant, stream }: Tile, { featured, floating }: Arrangement): TemplateResult {
    const view = this.#view.source
    const pinned = view?.state.pinned.includes(key) === true
    const { hands = none, reactions = none } = this.#call.value ?? {}
    const isPerson = stream?.kind !== 'screen'
    const large = featured.some((tile) => tile.key === key)
    const floats = floating?.key === key
    const parts = [
      'tile',
      ...(large ? ['featured'] : []),
      ...(floats ? ['floating'] : []),
      ...(stream?.kind === 'screen' ? ['screen'] : []),
    ]
    return html`<li data-key=${key} class=${floats ? 'floats' : ''}>
      <ot-tile
        part=${parts.join(' ')}
        exportparts="ring, media, avatar, label, badge, hand, reaction, pin"
        .participant=${participant}
        .stream=${stream}
        .hand=${isPerson && hands.some(({ by }) => by === participant.id)}
        .reactions=${isPerson ? reactions.filter(({ by }) => by === participant.id) : none}
        .mirror=${view?.state.mirror ?? true}
        .pinning=${view ? { pinned, toggle: () => (pinned ? view.unpin(key) : view.pin(key)) } : undefined}
      ></ot-tile>
    </li>`
  }

  #listen(): void {
    const room = this.#call.source
    if (!room || room === this.#heard) return
    this.#heard = room
    room.onAudioLevel(({ streamId, level }) => this.#painter.put(streamId, level), {
      signal: this.#shown.signal,
    })
  }

  /** By the object model: a style attribute would break pages with a strict content security policy. */
  #place(): void {
    const list = this.renderRoot.querySelector('ul')
    if (!list || !this.#arrangement) return
    const { clientWidth: width, clientHeight: height } = list
    const gap = Number.parseFloat(getComputedStyle(list).columnGap) || 0
    const places = placesOf(this.#arrangement, { width, height, gap })
    for (const item of list.children) {
      const place = item instanceof HTMLElement && places.get(item.dataset['key'] ?? '')
      if (!place) continue
      item.style.insetInlineStart = `${place.start}px`
      item.style.insetBlockStart = `${place.top}px`
      item.style.inlineSize = `${place.width}px`
      item.style.blockSize = `${place.height}px`
    }
  }
}

const none: readonly never[] = []
