import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { accessibilityTree } from '../../support/accessibility-tree.ts'
import { announcements, listenToAnnouncements } from '../../support/announcements.ts'
import { useGallery } from '../../support/gallery.ts'
import {
  controls,
  talking,
  allOn,
  tile,
  panel,
  guest,
  ada,
  bob,
  two,
  entered,
  company,
  knocks,
  type Spoken,
} from '../../support/spoken/lines.ts'
import { talkTrees } from '../../support/spoken/talk.ts'

/** A lobby whose devices cannot be opened, and what it says of them. */
function lobbyWithout({ camera, microphone }: { camera: string; microphone: string }) {
  return {
    tree: [
      `status "${camera}"`,
      'button "Microphone" pressed=false',
      'button "Camera" pressed=false',
      'paragraph "Tea kitchen"',
      'heading "Ready to join?"',
      'textbox "Your name" = Ada King',
      'button "Join to watch and listen"',
      `status "${microphone}"`,
      'combobox "Camera" = fake_device_0 expanded=false',
      'checkbox "Blur my background" checked=false',
      'status',
      'combobox "Microphone" = Fake Default Audio Input expanded=false',
      'image "Microphone level"',
      'combobox "Speaker" = Fake Default Audio Output expanded=false',
      'button "Test"',
      'status',
    ],
    said: `${microphone}. ${camera}`,
  }
}

/** What a screen reader finds in each state, and what it has read out by itself on the way there. */
const states: Record<string, Spoken> = {
  consent: {
    tree: [
      'heading "Video room"',
      'paragraph "The room loads when you open it. Nothing is sent before you join."',
      'button "Open the room"',
    ],
    said: '',
  },
  'lobby-unasked': {
    tree: [
      'paragraph "See and hear yourself before you go in"',
      'button "Turn on camera and microphone"',
      'status',
      'paragraph "Tea kitchen"',
      'heading "Ready to join?"',
      'textbox "Your name" = Ada King',
      'button "Join"',
      'status "Only you see and hear this. Nothing is sent before you join."',
      'combobox "Camera" = Default disabled=true expanded=false',
      'checkbox "Blur my background" checked=false',
      'status',
      'combobox "Microphone" = Default disabled=true expanded=false',
      'image "Microphone level"',
      'combobox "Speaker" = Default disabled=true expanded=false',
      'button "Test"',
      'status',
    ],
    said: '',
  },
  lobby: {
    tree: [
      'status',
      'Video "Your camera preview"',
      'button "Microphone" pressed=true',
      'button "Camera" pressed=true',
      'paragraph "Tea kitchen"',
      'heading "Ready to join?"',
      'textbox "Your name" = Ada King',
      'button "Join"',
      'status "Only you see and hear this. Nothing is sent before you join."',
      'combobox "Camera" = fake_device_0 expanded=false',
      'checkbox "Blur my background" checked=false',
      'status',
      'combobox "Microphone" = Fake Default Audio Input expanded=false',
      'image "Microphone level"',
      'combobox "Speaker" = Fake Default Audio Output expanded=false',
      'button "Test"',
      'status',
    ],
    said: '',
  },
  'lobby-denied': lobbyWithout({
    camera:
      'Your camera is blocked. Click the icon at the left of the address bar, allow it there, then try again.',
    microphone:
      'Your microphone is blocked. Click the icon at the left of the address bar, allow it there, then try again.',
  }),
  'lobby-blocked-by-system': lobbyWithout({
    camera: 'Your system blocks the camera. Allow Chrome to use it in the settings of this device.',
    microphone:
      'Your system blocks the microphone. Allow Chrome to use it in the settings of this device.',
  }),
  waiting: {
    tree: [
      'heading "Waiting to be let in"',
      'paragraph "The host knows that you are here. Keep this page open."',
      'button "Cancel"',
      'status "The host knows that you are here. Keep this page open."',
    ],
    said: 'The host knows that you are here. Keep this page open.',
  },
  knocking: {
    tree: [
      ...two,
      ...controls(
        'button "Microphone" pressed=true',
        'button "Camera" pressed=true',
        'button "Share screen" pressed=false',
        ...talking,
        'button "More, People who are waiting: 2" expanded=false',
      ),
      'paragraph "Grace Okafor is waiting to be let in"',
      'button "Let in"',
      'button "Turn away"',
      'status "Bob Marsh joined"',
    ],
    said: knocks,
  },
  admitting: {
    tree: [
      ...two,
      ...controls(
        'button "Microphone" pressed=true',
        'button "Camera" pressed=true',
        'button "Share screen" pressed=false',
        ...talking,
        'button "More, People who are waiting: 2" expanded=true',
        ...panel({
          first: [
            'region "People who are waiting"',
            '  heading "People who are waiting"',
            '  list',
            ...guest('Grace Okafor'),
            ...guest('Hiro Tanaka'),
            '  button "Let everybody in"',
          ],
        }),
      ),
      'status "Bob Marsh joined"',
    ],
    said: knocks,
  },
  joining: {
    tree: [
      'heading "Joining…"',
      'paragraph "Connecting"',
      'progressbar "Joining…" = 0.6666666865348816',
      'button "Cancel"',
      'status',
    ],
    said: '',
  },
  alone: {
    tree: [
      'list "People in the room, 1 person"',
      ...ada,
      'paragraph "You are the only one here. Others appear as soon as they join."',
      ...allOn,
      `status "${entered}"`,
    ],
    said: entered,
  },
  trouble: {
    tree: [
      'list "People in the room, 4 people"',
      ...tile('Bob Marsh', 'Bob Marsh', 'paragraph "weak connection"'),
      ...tile(
        'Chiamaka Obi, muted, camera off',
        'Chiamaka Obi',
        'paragraph "no picture, weak connection"',
      ),
      ...tile('Dmitri Petrov, muted', 'Dmitri Petrov', 'paragraph "reconnecting"'),
      ...ada,
      ...allOn,
      'status "Bob Marsh joined. Chiamaka Obi joined. Dmitri Petrov joined"',
    ],
    said: `${company}. Chiamaka Obi joined. Dmitri Petrov joined`,
  },
  panel: {
    tree: [
      ...two,
      ...controls(
        'button "Microphone" pressed=true',
        'button "Camera" pressed=true',
        'button "Share screen" pressed=false',
        ...talking,
        'button "More" expanded=true',
        ...panel(),
      ),
      'status "Bob Marsh joined"',
    ],
    said: company,
  },
  sharing: {
    tree: [
      'list "People in the room, 2 people"',
      ...tile('Ada King’s screen', 'Ada King’s screen'),
      ...bob,
      ...ada,
      ...controls(
        'button "Microphone" pressed=true',
        'button "Camera" pressed=true',
        'button "Share screen" pressed=true',
        ...talking,
        'button "More" expanded=false',
      ),
      'text "Everybody sees your screen."',
      'button "Stop sharing"',
      'status "Bob Marsh joined"',
    ],
    said: company,
  },
  reconnecting: {
    tree: [
      ...two,
      ...allOn,
      'text "Connection lost. Getting you back in…"',
      'status "Connection lost. Getting you back in…"',
    ],
    said: `${entered}. Connection lost. Getting you back in…`,
  },
  'sound-blocked': {
    tree: [
      ...two,
      ...allOn,
      'text "Your browser is holding back the sound."',
      'button "Turn on sound"',
      'status "Bob Marsh joined. Your browser is holding back the sound."',
    ],
    said: `${company}. Your browser is holding back the sound.`,
  },
  'camera-busy': {
    tree: [
      'list "People in the room, 2 people"',
      ...bob,
      ...tile('Ada King (you), camera off', 'Ada King (you)'),
      ...controls(
        'button "Microphone" pressed=true',
        'button "Camera" pressed=false',
        'button "Share screen" pressed=false',
        ...talking,
        'button "More" expanded=false',
      ),
      'paragraph "Your camera is in use. Close the other program that uses it."',
      'button "Try again"',
      'button "Dismiss"',
      'status "Bob Marsh joined"',
    ],
    said: `${entered}. Your camera is in use. Bob Marsh joined`,
  },
  'muted-by-host': {
    tree: [
      ...two,
      ...controls(
        'button "Microphone" pressed=false',
        'button "Camera" pressed=true',
        'button "Share screen" pressed=false',
        ...talking,
        'button "More" expanded=false',
      ),
      'text "A host muted your microphone."',
      'status "Bob Marsh joined. A host muted your microphone."',
    ],
    said: `${company}. A host muted your microphone.`,
  },
  left: {
    tree: [
      'heading "You have left the room"',
      'paragraph "Your camera and microphone are off."',
      'button "Join again"',
      'button "Back"',
      'status "You have left the room"',
    ],
    said: `${entered}. You have left the room`,
  },
  removed: {
    tree: [
      'heading "You were removed from the room"',
      'paragraph "A host ended your stay. Your camera and microphone are off."',
      'button "Join again"',
      'button "Back"',
      'status "You were removed from the room"',
    ],
    said: `${entered}. You were removed from the room`,
  },
  failed: {
    tree: [
      'heading "The video software did not load"',
      'paragraph "A blocker or a company firewall may be in the way. Allow this page and try again."',
      'button "Try again"',
      'button "Back"',
      'status "The video software did not load"',
    ],
    said: 'The video software did not load',
  },
}

describe('what a screen reader finds and reads out', () => {
  const gallery = useGallery()
  before(() => listenToAnnouncements(gallery.page))

  for (const [state, { tree, said }] of Object.entries({ ...states, ...talkTrees })) {
    it(`in ${state}: every name, role and state, and each announcement once`, async () => {
      await gallery.page.goto(`${gallery.url}/gallery.html?state=${state}&lang=en`)
      const expected = ['heading "Every state of a room"', ...tree].join('\n')
      assert.equal(await settled(gallery.page, expected), expected)
      assert.equal((await announcements(gallery.page)).join('. '), said)
    })
  }
})

/** The tree once it is as expected, or after some hundred frames the one there is then. */
async function settled(page: Page, expected: string): Promise<string> {
  let tree = ''
  for (let frame = 0; frame < 300 && tree !== expected; frame += 1) {
    tree = (await accessibilityTree(page)).replaceAll(/time "\d+:\d\d [AP]M"/g, 'time')
    await page.evaluate(() => new Promise(requestAnimationFrame))
  }
  return tree
}
