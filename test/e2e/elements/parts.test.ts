import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { openGallery, useGallery } from '../../support/gallery.ts'
import { colourAt, type Rgb } from '../../support/screenshot.ts'

/** In which state each documented part can be seen. */
const seenIn: Record<string, string> = {
  consent: 'consent heading help open',
  lobby:
    'lobby form preview preview-video preview-microphone preview-camera title hint devices field blur meter test-sound join',
  'lobby-unasked': 'preview-start',
  broken: 'broken',
  trouble:
    'call stage tiles tile media avatar label badge pin toolbar bar microphone camera share react chat people more leave',
  alone: 'alone',
  speaker: 'featured',
  floating: 'floating',
  screen: 'screen',
  panel: 'panel fullscreen picture-in-picture',
  chat: 'chat-panel close messages message compose send',
  hosting: 'people-panel list person host',
  reacting: 'reactions raise-hand hand reaction',
  recording: 'recording',
  'recording-host': 'record',
  captions: 'captions captions-panel line speaker',
  'captions-host': 'caption caption-language',
  knocking: 'knock',
  admitting: 'guests',
  'device-gone': 'toast',
  waiting: 'waiting',
  reconnecting: 'notices reconnecting',
  rejoining: 'notice',
  'sound-blocked': 'audio-blocked',
  'muted-by-host': 'muted-by-host',
  held: 'held',
  sharing: 'sharing',
  'camera-busy': 'device',
  joining: 'joining progress',
  left: 'left icon actions',
  removed: 'outcome',
  failed: 'failed',
  refused: 'detail',
  unconfigured: 'unconfigured',
}

// A message of one's own is a message, too.
const parts = [...Object.entries(seenIn), ['chat', 'own'] as const].map(
  ([state, names]) => [state, names.split(' ')] as const,
)

// A region shows this where nothing of its own can lie above it: on its border.
const border = 6

describe('a style sheet of the page', () => {
  const gallery = useGallery({ viewport: { width: 1000, height: 720 }, reducedMotion: 'reduce' })

  it('has every part that the README names, and no other', async () => {
    const readme = await readFile(
      join(import.meta.dirname, '../../../packages/elements/README.md'),
      'utf8',
    )
    const [paragraph = ''] = /^Parts: [^]*?\n\n/m.exec(readme) ?? []
    const named = [...paragraph.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
    const seen = [...parts.flatMap(([, names]) => names), 'speechless']
    assert.deepEqual(new Set(named), new Set(seen))
  })

  for (const [state, names] of parts) {
    it(`restyles ${names.join(', ')}`, async () => {
      await openGallery(gallery.page, gallery.url, { state })
      await restyle(gallery.page, names)
    })
  }

  it('restyles speechless', async () => {
    await gallery.page.route(/\/de[.-]/, (route) => route.abort())
    await gallery.page.goto(`${gallery.url}/gallery.html?state=lobby&lang=de`)
    await restyle(gallery.page, ['speechless'])
    await gallery.page.unrouteAll()
  })
})

/** Adds a style sheet with a rule for each part, and looks for what it says in the page and in a picture of it. */
async function restyle(page: Page, names: readonly string[]): Promise<void> {
  const colours = new Map(names.map((name, index) => [name, colourOf(index)]))
  for (const [name, colour] of colours) {
    const before = await look(page, name)
    assert.ok(!before.some(({ color }) => color === rgb(colour)))
  }
  await page.addStyleTag({ content: [...colours].map(rule).join('\n') })
  // The tiles make room for what is wider now.
  await page.evaluate(() => new Promise(requestAnimationFrame))
  const picture = await page.screenshot()
  for (const [name, colour] of colours) {
    const after = await look(page, name)
    assert.ok(
      after.every(({ color }) => color === rgb(colour)),
      name,
    )
    const corners = after.map(({ x, y }) => ({ x: x + border / 2, y: y + border / 2 }))
    const seen = await colourAt(page, picture, corners)
    assert.ok(
      seen.some((one) => rgb(one) === rgb(colour)),
      `${name} shows ${seen.map(rgb).join()}, not ${rgb(colour)}`,
    )
  }
}

function rule([name, colour]: readonly [string, Rgb]): string {
  return `ot-room::part(${name}) {
  border: ${border}px solid ${rgb(colour)};
  border-radius: 0;
  ${name === 'pin' ? 'opacity: 1;' : ''}
}`
}

/** One that no other part of the same picture has. */
function colourOf(index: number): Rgb {
  return [255 - index * 12, (index * 53) % 256, 40 + index * 9]
}

function rgb([red, green, blue]: Rgb): string {
  return `rgb(${red}, ${green}, ${blue})`
}

/** The border's colour and the place of everything of that part, through every shadow root, once there is something. */
function look(page: Page, name: string): Promise<{ color: string; x: number; y: number }[]> {
  return page.evaluate(async (part) => {
    const within = (root: ParentNode): Element[] =>
      [...root.querySelectorAll('*')].flatMap((element) => [
        ...(element.part.contains(part) ? [element] : []),
        ...(element.shadowRoot ? within(element.shadowRoot) : []),
      ])
    const found = (): Element[] => {
      const room = document.querySelector('ot-room')?.shadowRoot
      return room ? within(room) : []
    }
    while (found().length === 0) await new Promise(requestAnimationFrame)
    return found().map((element) => {
      const { x, y } = element.getBoundingClientRect()
      return { color: getComputedStyle(element).borderTopColor, x, y }
    })
  }, name)
}
