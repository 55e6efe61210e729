/** What a screen reader finds in a state, and what it has read out by itself on the way there. */
export type Spoken = { readonly tree: readonly string[]; readonly said: string }

export const controls = (...lines: readonly string[]): string[] => [
  'group "Call controls"',
  ...lines.map((line) => `  ${line}`),
  '  button "Leave"',
]
/** What a call has beside devices. */
export const talking = [
  'button "Reactions" expanded=false',
  'button "Chat" expanded=false',
  'button "People" expanded=false',
]
export const devicesOn = [
  'button "Microphone" pressed=true',
  'button "Camera" pressed=true',
  'button "Share screen" pressed=false',
]
export const allOn = controls(...devicesOn, ...talking, 'button "More" expanded=false')
/** The same with another button for what stands beside the people. */
export const talkingWith = ({ chat = talking[1] ?? '', people = talking[2] ?? '' }): string[] =>
  controls(...devicesOn, talking[0] ?? '', chat, people, 'button "More" expanded=false')
/** How what stands beside the people begins. */
export const aside = (heading: string): string[] => [
  'sectionheader',
  `  heading "${heading}"`,
  '  button "Dismiss"',
]
export const tile = (label: string, name: string, ...more: readonly string[]): string[] => [
  `  listitem "${label}"`,
  ...more.map((line) => `    ${line}`),
  `    button "Pin ${name}" pressed=false`,
]
/** The panel behind "More", with what comes first in it and after the devices. */
export const panel = ({
  first = [],
  used = [],
}: { first?: readonly string[]; used?: readonly string[] } = {}): string[] => [
  'group "More"',
  ...first.map((line) => `  ${line}`),
  '  combobox "Camera" = fake_device_0 expanded=false',
  '  checkbox "Blur my background" checked=false',
  '  combobox "Microphone" = Fake Default Audio Input expanded=false',
  '  combobox "Speaker" = Fake Default Audio Output expanded=false',
  ...used.map((line) => `  ${line}`),
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
export const guest = (name: string): string[] => [
  `    listitem "${name}"`,
  `      button "Let in: ${name}"`,
  `      button "Turn away: ${name}"`,
]
export const ada = tile('Ada King (you)', 'Ada King (you)')
export const bob = tile('Bob Marsh', 'Bob Marsh')
export const chiamaka = tile('Chiamaka Obi, camera off', 'Chiamaka Obi')
export const two = ['list "People in the room, 2 people"', ...bob, ...ada]
export const entered = 'You are in the room'
export const company = `${entered}. Bob Marsh joined`
export const knocks = `${entered}. Grace Okafor is waiting to be let in. Hiro Tanaka is waiting to be let in. Bob Marsh joined`
