import type { Preview, PreviewState } from '@ot-room/room/preview'
import { html, nothing, type TemplateResult } from 'lit'
import { explainDevice } from './explain-device.ts'
import { icons } from '../icons/icons.ts'
import type { LobbyStrings } from '../strings/lobby-en.ts'

/** The visitor's picture with the two switches on it. */
export function previewView(
  preview: Preview,
  state: PreviewState,
  strings: LobbyStrings,
): TemplateResult {
  return html`<div class="preview" part="preview">
    <div class="placeholder">
      ${placeholder(preview, state, strings)}
      <div role="status">${trouble(state, strings)}</div>
    </div>
    ${
      state.picture
        ? html`<video
            part="preview-video"
            aria-label=${strings.previewLabel}
            autoplay
            playsinline
            .muted=${true}
          ></video>`
        : nothing
    }
    ${state.status === 'running' ? switches(preview, state, strings) : nothing}
  </div>`
}

function placeholder(
  preview: Preview,
  { status, camera, picture }: PreviewState,
  strings: LobbyStrings,
): TemplateResult | typeof nothing {
  if (picture) return nothing
  if (status !== 'running') {
    return html`${icons.camera}
      <p>${strings.previewIdle}</p>
      <button part="preview-start" type="button" @click=${() => preview.start()}>
        ${strings.previewStart}
      </button>`
  }
  switch (camera.status) {
    case 'failed':
      return icons.cameraOff
    case 'starting':
      return html`<p>${strings.previewStarting}</p>`
    case 'off':
    case 'on':
    case 'forbidden':
      return html`${icons.cameraOff}
        <p>${strings.previewOff}</p>`
    default:
      return camera satisfies never
  }
}

/** In a place that stays, because a screen reader reads what comes into a place that it knows; nothing else is news. */
function trouble(
  { status, camera }: PreviewState,
  strings: LobbyStrings,
): TemplateResult | typeof nothing {
  if (status !== 'running' || camera.status !== 'failed') return nothing
  return html`<p>${explainDevice(camera.error, strings)}</p>`
}

function switches(preview: Preview, state: PreviewState, strings: LobbyStrings): TemplateResult {
  const speaking = isOn(state.microphone.status)
  const seen = isOn(state.camera.status)
  return html`<div class="controls">
    <button
      class="round"
      part="preview-microphone"
      type="button"
      aria-label=${strings.microphone}
      aria-pressed=${speaking ? 'true' : 'false'}
      @click=${() => (speaking ? preview.muteMicrophone() : preview.unmuteMicrophone())}
    >
      ${speaking ? icons.microphone : icons.microphoneOff}
    </button>
    <button
      class="round"
      part="preview-camera"
      type="button"
      aria-label=${strings.camera}
      aria-pressed=${seen ? 'true' : 'false'}
      @click=${() => (seen ? preview.stopCamera() : preview.startCamera())}
    >
      ${seen ? icons.camera : icons.cameraOff}
    </button>
  </div>`
}

function isOn(status: string): boolean {
  return status === 'on' || status === 'starting'
}
