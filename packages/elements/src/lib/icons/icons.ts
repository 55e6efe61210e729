import { svg, html, type SVGTemplateResult, type TemplateResult } from 'lit'

/** Draws an icon on a square of 24. */
export function icon(paths: SVGTemplateResult): TemplateResult {
  return html`<svg
    aria-hidden="true"
    fill="none"
    stroke="currentColor"
    stroke-linecap="round"
    stroke-linejoin="round"
    stroke-width="1.75"
    viewBox="0 0 24 24"
  >
    ${paths}
  </svg>`
}

const slash = svg`<path d="M4 4l16 16" />`
const microphone = svg`<rect x="9" y="3" width="6" height="11" rx="3" /><path d="M5.5 11a6.5 6.5 0 0 0 13 0M12 17.5V21" />`
const camera = svg`<rect x="3" y="6.5" width="12.5" height="11" rx="2.5" /><path d="M15.5 10.5 21 7.5v9l-5.5-3" />`

/** The icons of lobby and call, drawn here so that nothing is fetched for them. */
export const icons = {
  microphone: icon(microphone),
  microphoneOff: icon(svg`${microphone}${slash}`),
  camera: icon(camera),
  cameraOff: icon(svg`${camera}${slash}`),
  open: icon(svg`<path d="m7 10 5 5 5-5" />`),
} as const
