import type { CaptionLine } from '@ot-room/room'
import { html, type PropertyDeclarations, type TemplateResult } from 'lit'
import { callAround } from '../context/in-call.ts'
import { CallPart } from '../context/call-part.ts'
import { tokens } from '../styles/tokens.ts'
import { captionsStyles } from './ot-captions.styles.ts'

/**
 * What others say, as it is written down; the last lines are in sight.
 *
 * @tag ot-captions
 *
 * @csspart line - What one person says.
 * @csspart speaker - Their name.
 * @cssproperty [--ot-captions-size=1.125rem] - The size of the text.
 */
export class OtCaptions extends CallPart {
  static override properties: PropertyDeclarations = {}
  static override styles = [tokens, captionsStyles]

  readonly #call = callAround(this)

  protected override render(): TemplateResult {
    const { words } = this
    const captions = this.#call.value?.captions
    const { lines = [], language = '' } = captions?.status === 'read' ? captions : {}
    // Whoever listens to a screen reader hears the people themselves.
    return html`<div class="lines" role="log" aria-live="off" aria-label=${words.captions}>
      ${
        lines.length === 0
          ? html`<p class="empty">${words.captionsEmpty}</p>`
          : lines.map((line) => this.#line(line, language))
      }
    </div>`
  }

  #line({ name, text }: CaptionLine, language: string): TemplateResult {
    // The line runs as what is said does, whatever the name is written in.
    return html`<p part="line" dir="auto">
      <bdi part="speaker">${name ?? this.strings.guest}</bdi> <span lang=${language}>${text}</span>
    </p>`
  }
}
