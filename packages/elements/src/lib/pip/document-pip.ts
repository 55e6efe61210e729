import { callOf, type Room } from '@ot-room/room'
import { html, render } from 'lit'
import type { Strings } from '../strings/en.ts'
import { callToggles } from '../toolbar/call-toggles.ts'
import type { DocumentPictureInPicture } from './can-picture-in-picture.ts'
import { watchedStream } from './watched-stream.ts'
import { pipStyles } from './pip.styles.ts'

/** Opens a small window on top with whoever speaks and the switches of the call; it closes with the call. */
export async function openDocumentPip(
  pip: DocumentPictureInPicture,
  room: Room,
  strings: () => Strings,
): Promise<void> {
  const opened = await pip.requestWindow({ width: 360, height: 270 })
  const { document } = opened
  const sheet = new (Reflect.get(opened, 'CSSStyleSheet') as typeof CSSStyleSheet)()
  sheet.replaceSync(pipStyles)
  document.adoptedStyleSheets = [sheet]
  document.title = room.name
  const over = new AbortController()
  opened.addEventListener('pagehide', () => over.abort())
  room.subscribe(show, { signal: over.signal })
  show()

  function show(): void {
    const call = callOf(room.state)
    if (!call) {
      opened.close()
      return
    }
    const stream = watchedStream(call)
    const source = (stream && room.video(stream.id)?.srcObject) ?? null
    render(
      html`<video autoplay playsinline aria-label=${strings().stageLabel} .muted=${true}></video>
        <div class="bar">
          ${callToggles(room, call, strings())
            .filter(({ part }) => part !== 'share')
            .map(
              ({ part, label, pressed, icon, act }) =>
                html`<button
                  class=${part}
                  aria-label=${label}
                  aria-pressed=${pressed ? 'true' : 'false'}
                  @click=${act}
                >
                  ${icon}
                </button>`,
            )}
          <button class="leave" @click=${() => room.leave()}>${strings().leave}</button>
        </div>`,
      document.body,
    )
    const video = document.querySelector('video')
    // By hand: Lit sets an object anew in each rendering, and a video then begins anew.
    if (video && video.srcObject !== source) video.srcObject = source
  }
}
