import { callOf, type Participant, type Room, type RoomState } from '@ot-room/room'
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { roomContext } from '../context/contexts.ts'
import { RoomPart } from '../context/room-part.ts'
import { SnapshotController } from '../context/snapshot-controller.ts'
import { tokens } from '../styles/tokens.ts'
import { OtTile } from '../tile/ot-tile.ts'
import { bestGrid } from './grid.ts'
import { createLevelPainter } from './level-painter.ts'
import { stageStyles } from './ot-stage.styles.ts'
import { tilesOf, type Tile } from './tiles.ts'

/**
 * Everybody in the room, laid out to fill the space.
 *
 * @csspart tiles - The list of tiles.
 * @csspart alone - What is said while nobody else is there.
 * @cssproperty [--ot-gap=0.75rem] - The space between tiles.
 */
export class OtStage extends RoomPart {
  static override properties: PropertyDeclarations = {}
  static override styles = [tokens, stageStyles]

  readonly #people = new SnapshotController<RoomState, readonly Participant[] | undefined, Room>(
    this,
    roomContext,
    (state) => callOf(state)?.participants,
  )
  readonly #tilesByStream = new Map<string, HTMLElement>()
  readonly #painter = createLevelPainter((streamId) => this.#tilesByStream.get(streamId))
  #shown = new AbortController()
  #heard: Room | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    this.#shown = new AbortController()
    const { signal } = this.#shown
    const resizing = new ResizeObserver(() => this.#arrange())
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
    this.#arrange()
  }

  protected override render(): TemplateResult {
    const { strings } = this
    const people = this.#people.value ?? []
    return html`
      <ul part="tiles" aria-label=${strings.stageLabel}>
        ${repeat(tilesOf(people), ({ key }) => key, tileTemplate)}
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

  #listen(): void {
    const room = this.#people.source
    if (!room || room === this.#heard) return
    this.#heard = room
    room.onAudioLevel(({ streamId, level }) => this.#painter.put(streamId, level), {
      signal: this.#shown.signal,
    })
  }

  #arrange(): void {
    const list = this.renderRoot.querySelector('ul')
    if (!list) return
    const { clientWidth: width, clientHeight: height } = list
    const gap = Number.parseFloat(getComputedStyle(list).columnGap) || 0
    const grid = bestGrid(list.childElementCount, { width, height, gap })
    list.style.setProperty('--_tile-width', `${grid.width}px`)
    list.style.setProperty('--_tile-height', `${grid.height}px`)
  }
}

function tileTemplate({ participant, stream }: Tile): TemplateResult {
  return html`<li>
    <ot-tile
      part="tile"
      exportparts="media, avatar, label"
      .participant=${participant}
      .stream=${stream}
    ></ot-tile>
  </li>`
}
