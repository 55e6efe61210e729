import type { RoomError } from '@ot-room/room'
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
    ${
      state.picture
        ? html`<video
            part="preview-video"
            aria-label=${strings.previewLabel}
            autoplay
            playsinline
            .muted=${true}
            .srcObject=${state.picture}
          ></video>`
        : placeholder(preview, state, strings)
    }
    ${state.status === 'running' ? switches(preview, state, strings) : nothing}
  </div>`
}

function placeholder(preview: Preview, state: PreviewState, strings: LobbyStrings): TemplateResult {
  if (state.status !== 'running') {
    return html`<div class="placeholder">
      ${icons.camera}
      <p>${strings.previewIdle}</p>
      <button part="preview-start" type="button" @click=${() => preview.start()}>
        ${strings.previewStart}
      </button>
    </div>`
  }
  switch (state.camera.status) {
    case 'failed':
      return trouble(state.camera.error, strings)
    case 'starting':
      return html`<div class="placeholder"><p role="status">${strings.previewStarting}</p></div>`
    case 'off':
    case 'on':
    case 'forbidden':
      return html`<div class="placeholder">
        ${icons.cameraOff}
        <p>${strings.previewOff}</p>
      </div>`
    default:
      return state.camera satisfies never
  }
}

function trouble(error: RoomError, strings: LobbyStrings): TemplateResult {
  const { heading, help } = explainDevice(error, strings)
  return html`<div class="placeholder" role="status">
    ${icons.cameraOff}
    <div>
      <strong>${heading}</strong>
      <p>${help}</p>
    </div>
  </div>`
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
