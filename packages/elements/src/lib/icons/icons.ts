import { svg, html, type SVGTemplateResult, type TemplateResult } from 'lit'

function icon(paths: SVGTemplateResult): TemplateResult {
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

/** The icons, drawn here so that nothing is fetched for them. */
export const icons = {
  microphone: icon(microphone),
  microphoneOff: icon(svg`${microphone}${slash}`),
  camera: icon(camera),
  cameraOff: icon(svg`${camera}${slash}`),
  leave: icon(
    svg`<path fill="currentColor" stroke="none" d="M12 8.6c-3.1 0-6 .7-8.4 2-1 .6-1.6 1.7-1.5 2.9l.1 1.3c.1.9.9 1.5 1.8 1.4l2.6-.4c.7-.1 1.3-.7 1.4-1.4l.2-1.7c1.2-.4 2.5-.5 3.8-.5s2.6.1 3.8.5l.2 1.7c.1.7.7 1.3 1.4 1.4l2.6.4c.9.1 1.7-.5 1.8-1.4l.1-1.3c.1-1.2-.5-2.3-1.5-2.9-2.4-1.3-5.3-2-8.4-2z" />`,
  ),
  warning: icon(svg`<path d="M12 4 2.8 19.5h18.4zM12 10v4.5M12 17.2v.05" />`),
  close: icon(svg`<path d="M6 6l12 12M18 6 6 18" />`),
  open: icon(svg`<path d="m7 10 5 5 5-5" />`),
  sound: icon(
    svg`<path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a7.8 7.8 0 0 1 0 11" />`,
  ),
} as const
