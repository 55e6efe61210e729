import { svg } from 'lit'
import { icon } from './icons.ts'

/** The icons that only a call needs. */
export const callIcons = {
  share: icon(
    svg`<rect x="3" y="4.5" width="18" height="12.5" rx="2.5" /><path d="M12 14V8M9.2 10.4 12 7.6l2.8 2.8M8.5 20.5h7" />`,
  ),
  more: icon(svg`<path stroke-width="2.75" d="M5.5 12v.01M12 12v.01M18.5 12v.01" />`),
  pin: icon(svg`<path d="M9 3.5h6l-.8 6 3.3 3.2v1.8H6.5v-1.8l3.3-3.2zM12 14.5v6" />`),
  weak: icon(
    svg`<path d="M5 19v-3M10 19v-6M15 19v-9" opacity=".45" /><path d="M5 19v-3M20 5v7M20 15.5v.05" />`,
  ),
  pictureInPicture: icon(
    svg`<rect x="3" y="5" width="18" height="14" rx="2.5" /><rect x="12" y="11.5" width="6" height="4.5" rx="1" fill="currentColor" />`,
  ),
  fullscreen: icon(
    svg`<path d="M4 9V5.5A1.5 1.5 0 0 1 5.5 4H9M15 4h3.5A1.5 1.5 0 0 1 20 5.5V9M20 15v3.5a1.5 1.5 0 0 1-1.5 1.5H15M9 20H5.5A1.5 1.5 0 0 1 4 18.5V15" />`,
  ),
  leave: icon(
    svg`<path fill="currentColor" stroke="none" d="M12 8.6c-3.1 0-6 .7-8.4 2-1 .6-1.6 1.7-1.5 2.9l.1 1.3c.1.9.9 1.5 1.8 1.4l2.6-.4c.7-.1 1.3-.7 1.4-1.4l.2-1.7c1.2-.4 2.5-.5 3.8-.5s2.6.1 3.8.5l.2 1.7c.1.7.7 1.3 1.4 1.4l2.6.4c.9.1 1.7-.5 1.8-1.4l.1-1.3c.1-1.2-.5-2.3-1.5-2.9-2.4-1.3-5.3-2-8.4-2z" />`,
  ),
  warning: icon(svg`<path d="M12 4 2.8 19.5h18.4zM12 10v4.5M12 17.2v.05" />`),
  guest: icon(svg`<circle cx="12" cy="8" r="3.75" /><path d="M5 20a7 7 0 0 1 14 0" />`),
  chat: icon(
    svg`<path d="M5.5 4.5h13a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H11l-4.5 4v-4h-1a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2zM8 9h8M8 12.25h5" />`,
  ),
  people: icon(
    svg`<circle cx="9" cy="8.5" r="3.25" /><path d="M3 19.5a6 6 0 0 1 12 0M15.5 5.6a3.25 3.25 0 0 1 0 5.8M17.5 14.2a6 6 0 0 1 3.5 5.3" />`,
  ),
  react: icon(
    svg`<circle cx="12" cy="12" r="8.75" /><path d="M8.25 14a4.25 4.25 0 0 0 7.5 0M9 9.25v.5M15 9.25v.5" />`,
  ),
  hand: icon(
    svg`<path d="M8 12V5.75a1.25 1.25 0 0 1 2.5 0V11M10.5 10.5V4.25a1.25 1.25 0 0 1 2.5 0V10.5M13 10.5V5.25a1.25 1.25 0 0 1 2.5 0V11.5M15.5 11V8.25a1.25 1.25 0 0 1 2.5 0V14.5a6 6 0 0 1-6 6h-.6a6 6 0 0 1-4.9-2.6l-3-4.3a1.35 1.35 0 0 1 2.1-1.7L8 14.5V11" />`,
  ),
  record: icon(
    svg`<circle cx="12" cy="12" r="8.75" /><circle cx="12" cy="12" r="3.5" fill="currentColor" />`,
  ),
  captions: icon(
    svg`<rect x="3" y="5" width="18" height="14" rx="2.5" /><path d="M11 10.4a2.1 2.1 0 1 0 0 3.2M17.2 10.4a2.1 2.1 0 1 0 0 3.2" />`,
  ),
  send: icon(svg`<path d="M4.5 12 3.5 4.75 21 12 3.5 19.25zM4.5 12H12" />`),
  remove: icon(
    svg`<circle cx="10" cy="8" r="3.5" /><path d="M3.5 19.5a6.5 6.5 0 0 1 11-4.7M16 16.5l4.5 4.5M20.5 16.5 16 21" />`,
  ),
  close: icon(svg`<path d="M6 6l12 12M18 6 6 18" />`),
  sound: icon(
    svg`<path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a7.8 7.8 0 0 1 0 11" />`,
  ),
} as const
