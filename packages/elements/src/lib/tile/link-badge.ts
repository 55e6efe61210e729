import type { Stream } from '@ot-room/room'
import { html, nothing, type TemplateResult } from 'lit'
import { callIcons } from '../icons/call-icons.ts'
import type { Strings } from '../strings/en.ts'

/** What a tile says of a connection that is not as it should be. */
export function linkBadge(link: Stream['link'], strings: Strings): TemplateResult | typeof nothing {
  switch (link) {
    case 'fine':
      return nothing
    case 'weak':
      return badge(strings.weak)
    case 'audio-only':
      return badge(strings.audioOnly)
    case 'interrupted':
      return badge(strings.interrupted)
    default:
      return link satisfies never
  }
}

function badge(text: string): TemplateResult {
  return html`<p class="badge" part="badge">${callIcons.weak}<span>${text}</span></p>`
}
