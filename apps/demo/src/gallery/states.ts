import { callOf, RoomError } from '@ot-room/room'
import { pretendDevices } from './devices.ts'
import { attributed, company, enter, host, join, names, open, until, type Scene } from './scene.ts'
import { talkStates } from './talk-states.ts'

type State = (scene: Scene) => unknown

/** The states a visitor can see, by name; each says how to get there. */
export const states = {
  consent: ({ room }) => room.toggleAttribute('consent', true),
  'lobby-unasked': () => pretendDevices('unasked'),
  lobby: () => pretendDevices('granted'),
  async 'lobby-blur-failed'({ room }) {
    pretendDevices('granted')
    room.loadBlur = () => Promise.reject(new Error('404'))
    const lobby = await until(() => room.shadowRoot?.querySelector('ot-lobby')?.shadowRoot)
    await until(() => lobby.querySelector('video'))
    lobby.querySelector<HTMLElement>('[part=blur]')?.click()
    await until(() => lobby.querySelector('.trouble')?.textContent?.trim())
  },
  'lobby-denied': () => pretendDevices('denied'),
  'lobby-missing': () => pretendDevices('missing'),
  'lobby-blocked-by-system': () => pretendDevices('system'),
  joining({ room, platform }) {
    platform.hold('connect')
    enter(room)
  },
  waiting({ room, backend }) {
    pretendDevices('granted')
    const held = { status: 409, body: { code: 'waiting', ticket: 't' } }
    backend.answers = (_url, body) => ('wait' in Object(body) ? new Promise(() => {}) : held)
    enter(room)
  },
  knocking,
  async admitting(scene) {
    await knocking(scene)
    await open(scene, 'more')
  },
  alone: ({ room }) => join(room),
  two: (scene) => company(scene, 1),
  four: (scene) => company(scene, 3),
  seven: (scene) => company(scene, 6),
  speaker: (scene) => company({ ...scene, room: attributed(scene.room, { layout: 'speaker' }) }, 4),
  floating: (scene) =>
    company({ ...scene, room: attributed(scene.room, { 'self-view': 'floating' }) }, 2),
  async screen(scene) {
    await company(scene, 3)
    scene.platform.addStream(
      { id: 'p0', name: names[0] },
      { id: 'screen', kind: 'screen', hasAudio: false },
    )
  },
  async sharing(scene) {
    await company(scene, 1)
    await scene.room.shareScreen()
  },
  async trouble(scene) {
    await company(scene, 3)
    scene.platform.changeStream('s0', { link: 'weak' })
    scene.platform.changeStream('s1', { link: 'audio-only', hasAudio: false })
    scene.platform.changeStream('s2', { link: 'interrupted' })
  },
  async panel(scene) {
    await company(scene, 1)
    await open(scene, 'more')
  },
  async 'device-gone'(scene) {
    await company(scene, 1)
    const device = { status: 'failed', error: new RoomError('camera-not-found') } as const
    scene.platform.report({ type: 'device-changed', kind: 'camera', device })
  },
  async reconnecting(scene) {
    await company(scene, 1)
    scene.platform.report({ type: 'connection-dropped' })
  },
  async rejoining(scene) {
    await company(scene, 1)
    scene.platform.hold('connect')
    const error = new RoomError('network-lost')
    scene.platform.report({ type: 'departed', departure: { reason: 'network-lost', error } })
  },
  async 'sound-blocked'(scene) {
    await company(scene, 1)
    scene.platform.report({ type: 'audio-blocked' })
  },
  async 'camera-busy'(scene) {
    scene.platform.breakDevice('camera', 'busy')
    await company(scene, 1)
  },
  async 'muted-by-host'(scene) {
    await company(scene, 1)
    const device = { status: 'off', by: 'host' } as const
    scene.platform.report({ type: 'device-changed', kind: 'microphone', device })
  },
  async held(scene) {
    await company(scene, 1)
    const device = { status: 'on', held: true } as const
    scene.platform.report({ type: 'device-changed', kind: 'microphone', device })
  },
  async left({ room }) {
    await join(room)
    room.leave()
  },
  async removed({ room, platform }) {
    await join(room)
    const error = new RoomError('removed')
    platform.report({ type: 'departed', departure: { reason: 'removed', error } })
  },
  failed({ room, platform }) {
    platform.refuse('connect', new RoomError('opentok-unreachable'))
    enter(room)
  },
  refused({ room, platform }) {
    const refusal = { status: 403, code: 'forbidden', detail: 'This room opens at nine.' }
    platform.refuse('connect', new RoomError('join-refused', { refusal }))
    enter(room)
  },
  broken: () => undefined,
  unconfigured: ({ room }) => room.removeAttribute('endpoint'),
  ...talkStates,
} satisfies Record<string, State>

/** Two guests wait to be let in. */
async function knocking(scene: Scene): Promise<void> {
  const guests = ['Grace Okafor', 'Hiro Tanaka'].map((name, index) => ({
    guest: `g${index}`,
    name,
  }))
  scene.backend.answers = (url) =>
    url.endsWith('/waiting') ? { body: { guests } } : host('waiting-room')
  await join(scene.room)
  // The host has heard of them before anybody else comes.
  await until(() => callOf(scene.room.state)?.guests[0])
  await company(scene, 1)
}
