import { Room } from '@ot-room/room'
import { createFakeBackend, createFakePlatform, type FakeAnswer } from '@ot-room/room/testing'
import '../../define.ts'
import type { OtRoom } from '../shell/ot-room.ts'

/** An `<ot-room>` on the page, on the fake platform. */
export function mount(answer?: FakeAnswer) {
  const platform = createFakePlatform({ self: { id: 'self', name: 'Ada' }, video: movingPicture })
  const { fetch, requests } = createFakeBackend(answer)
  const element = document.createElement('ot-room')
  element.createRoom = (options) => new Room({ ...options, platform, fetch })
  element.room = 'tea'
  element.endpoint = '/api'
  document.body.append(element)
  return { element, platform, requests }
}

/** Waits until a condition gives something, checking after each frame; fails after two seconds. */
export async function until<Value>(
  condition: () => Value | undefined | false | null,
): Promise<Value> {
  const end = performance.now() + 2000
  for (;;) {
    const value = condition()
    if (value) return value
    if (performance.now() > end) throw new Error(`Never happened: ${String(condition)}`)
    await new Promise((resolve) => requestAnimationFrame(resolve))
  }
}

/** The first match of a selector in an element's shadow tree, however deep. */
export function find(root: Element, selector: string): HTMLElement | undefined {
  const tree = root.shadowRoot
  if (!tree) return undefined
  const own = tree.querySelector<HTMLElement>(selector)
  if (own) return own
  for (const child of tree.querySelectorAll('*')) {
    const deeper = find(child, selector)
    if (deeper) return deeper
  }
  return undefined
}

/** All text an element shows, through every shadow tree. */
export function textOf(node: Element | ShadowRoot): string {
  const own = node instanceof Element && node.shadowRoot ? textOf(node.shadowRoot) : ''
  const parts = [...node.childNodes].map((child) => {
    if (child instanceof HTMLStyleElement) return ''
    return child instanceof Element ? textOf(child) : (child.textContent ?? '')
  })
  return (own + parts.join(' ')).replace(/\s+/g, ' ')
}

/** Waits for a button and clicks it. */
export async function click(element: OtRoom, selector: string): Promise<void> {
  const button = await until(() => find(element, selector))
  button.click()
}

function movingPicture(): HTMLVideoElement {
  const canvas = document.createElement('canvas')
  canvas.getContext('2d')?.fillRect(0, 0, 10, 10)
  const video = document.createElement('video')
  video.muted = true
  video.autoplay = true
  video.srcObject = canvas.captureStream(5)
  return video
}
