import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { accessibilityTree } from '../../support/accessibility-tree.ts'
import { announcements, listenToAnnouncements } from '../../support/announcements.ts'
import { useGallery } from '../../support/gallery.ts'

const controls = (...lines: readonly string[]): string[] => [
  'group "Call controls"',
  ...lines.map((line) => `  ${line}`),
  '  button "Leave"',
]
/** What a call has beside devices. */
const talking = [
  'button "Reactions" expanded=false',
  'button "Chat" expanded=false',
  'button "People" expanded=false',
]
const devicesOn = [
  'button "Microphone" pressed=true',
  'button "Camera" pressed=true',
  'button "Share screen" pressed=false',
]
const allOn = controls(...devicesOn, ...talking, 'button "More" expanded=false')
/** The same with another button for what stands beside the people. */
const talkingWith = ({ chat = talking[1] ?? '', people = talking[2] ?? '' }): string[] =>
  controls(...devicesOn, talking[0] ?? '', chat, people, 'button "More" expanded=false')
/** How what stands beside the people begins. */
const aside = (heading: string): string[] => [
  'sectionheader',
  `  heading "${heading}"`,
  '  button "Dismiss"',
]
const tile = (label: string, name: string, ...more: readonly string[]): string[] => [
  `  listitem "${label}"`,
  ...more.map((line) => `    ${line}`),
  `    button "Pin ${name}" pressed=false`,
]
/** The panel behind "More", below what comes first in it. */
const panel = (...first: readonly string[]): string[] => [
  'group "More"',
  ...first.map((line) => `  ${line}`),
  '  combobox "Camera" = fake_device_0 expanded=false',
  '  checkbox "Blur my background" checked=false',
  '  combobox "Microphone" = Fake Default Audio Input expanded=false',
  '  combobox "Speaker" = Fake Default Audio Output expanded=false',
  '  group "Layout"',
  '    Legend "Layout"',
  '    radio "Automatic" checked=true',
  '    radio "Grid" checked=false',
  '    radio "Speaker" checked=false',
  '    radio "Sidebar" checked=false',
  '  group "Your own picture"',
  '    Legend "Your own picture"',
  '    radio "Among the others" checked=true',
  '    radio "Floating" checked=false',
  '    radio "Hidden" checked=false',
  '  checkbox "Mirror my picture" checked=true',
  '  button "Picture in picture"',
  '  button "Full screen"',
]
const guest = (name: string): string[] => [
  `    listitem "${name}"`,
  `      button "Let in: ${name}"`,
  `      button "Turn away: ${name}"`,
]
const ada = tile('Ada King (you)', 'Ada King (you)')
const bob = tile('Bob Marsh', 'Bob Marsh')
const chiamaka = tile('Chiamaka Obi, camera off', 'Chiamaka Obi')
const two = ['list "People in the room, 2 people"', ...bob, ...ada]
const entered = 'You are in the room'
const company = `${entered}. Bob Marsh joined`
const knocks = `${entered}. Grace Okafor is waiting to be let in. Hiro Tanaka is waiting to be let in. Bob Marsh joined`

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
const states: Record<string, { readonly tree: readonly string[]; readonly said: string }> = {
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
        ...panel(
          'region "People who are waiting"',
          '  heading "People who are waiting"',
          '  list',
          ...guest('Grace Okafor'),
          ...guest('Hiro Tanaka'),
          '  button "Let everybody in"',
        ),
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
  chat: {
    tree: [
      'list "People in the room, 3 people"',
      ...bob,
      ...chiamaka,
      ...ada,
      ...aside('Chat'),
      'list "Chat"',
      '  listitem "Bob Marsh Shall we begin? Everybody is here."',
      '    time',
      '  listitem "Ada King (you) Yes. The agenda is at as usual."',
      '    time',
      '    link "https://example.com/agenda?week=48"',
      '  listitem "Chiamaka Obi One moment, I am looking for my headphones."',
      '    time',
      'textbox "Message to everybody"',
      'button "Send"',
      ...talkingWith({ chat: 'button "Chat" expanded=true' }),
      'status "Bob Marsh joined. Chiamaka Obi joined. Bob Marsh writes: Shall we begin? Everybody is here. Chiamaka Obi writes: One moment, I am looking for my headphones."',
    ],
    said: `${company}. Chiamaka Obi joined. Bob Marsh writes: Shall we begin? Everybody is here. Chiamaka Obi writes: One moment, I am looking for my headphones.`,
  },
  unread: {
    tree: [
      ...two,
      ...talkingWith({ chat: 'button "Chat, 2 new messages" expanded=false' }),
      'status "Bob Marsh joined. Bob Marsh writes: Are you there? Bob Marsh writes: We can hear you."',
    ],
    said: `${company}. Bob Marsh writes: Are you there? Bob Marsh writes: We can hear you.`,
  },
  reacting: {
    tree: [
      'list "People in the room, 4 people"',
      ...bob,
      ...chiamaka,
      ...tile('Dmitri Petrov, hand raised, muted', 'Dmitri Petrov'),
      ...ada,
      ...controls(
        ...devicesOn,
        'button "Reactions" expanded=true',
        'group "Reactions"',
        '  button "Thumbs up"',
        '  button "Applause"',
        '  button "Heart"',
        '  button "Laughing"',
        '  button "Surprised"',
        '  button "Party popper"',
        '  button "Raise hand"',
        ...talking.slice(1),
        'button "More" expanded=false',
      ),
      'status "Bob Marsh joined. Chiamaka Obi joined. Dmitri Petrov joined. Dmitri Petrov raised a hand. Bob Marsh: Applause"',
    ],
    said: `${company}. Chiamaka Obi joined. Dmitri Petrov joined. Dmitri Petrov raised a hand. Bob Marsh: Applause`,
  },
  recording: {
    tree: [
      ...two,
      ...allOn,
      'paragraph "Recording"',
      'paragraph "This call is being recorded."',
      'button "Leave"',
      'button "Dismiss"',
      'status "Bob Marsh joined. This call is being recorded."',
    ],
    said: `${company}. This call is being recorded.`,
  },
  hosting: {
    tree: [
      'list "People in the room, 5 people"',
      ...bob,
      ...tile('Chiamaka Obi, hand raised, camera off', 'Chiamaka Obi'),
      ...tile('Dmitri Petrov, muted', 'Dmitri Petrov'),
      ...tile('Goro Ito, muted, camera off', 'Goro Ito'),
      ...ada,
      ...aside('People (5)'),
      'list "People (5)"',
      '  listitem "Chiamaka Obi, hand raised, camera off"',
      '    button "Mute Chiamaka Obi"',
      '    button "Remove Chiamaka Obi" expanded=false',
      '  listitem "Ada King (you)"',
      '  listitem "Bob Marsh"',
      '    button "Mute Bob Marsh"',
      '    button "Remove Bob Marsh" expanded=false',
      '  listitem "Dmitri Petrov, muted"',
      '    button "Remove Dmitri Petrov" expanded=false',
      '  listitem "Goro Ito, camera off, muted"',
      '    button "Remove Goro Ito" expanded=true',
      '    group "Remove Goro Ito from the room?"',
      '      paragraph "Remove Goro Ito from the room?"',
      '      button "Remove"',
      '      button "Remove and keep out"',
      '      button "Cancel"',
      'button "Mute everybody else"',
      'button "End for everybody"',
      ...talkingWith({ people: 'button "People" expanded=true' }),
      'status "Bob Marsh joined. Chiamaka Obi joined. Dmitri Petrov joined. Goro Ito joined. Chiamaka Obi raised a hand"',
    ],
    said: `${company}. Chiamaka Obi joined. Dmitri Petrov joined. Goro Ito joined. Chiamaka Obi raised a hand`,
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

  for (const [state, { tree, said }] of Object.entries(states)) {
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
