import { Room, RoomError, type RoomErrorCode } from '@ot-room/room'
import { click, find, mount, textOf, until } from '../testing/mount.ts'
import { en } from '../strings/en.ts'
import { equal, ok } from '../testing/expect.ts'

afterEach(() => document.body.replaceChildren())

describe('<ot-room>', () => {
  it('shows the visitor’s own picture and voice in the lobby and asks nobody for anything', async () => {
    const { element, requests } = mount()
    const video = await until(() => find(element, '[part=preview-video]'))
    await until(() => video instanceof HTMLVideoElement && video.videoWidth > 0)
    const meter = await until(() => find(element, '[part=meter]'))
    await until(() => Number(meter.style.getPropertyValue('--ot-level')) > 0)
    equal(requests.length, 0)
    ok(!performance.getEntriesByType('resource').some(({ name }) => name.includes('opentok.min')))
  })

  it('joins with the name of the lobby and shows a tile for everybody', async () => {
    const { element, platform, requests } = mount()
    const input = await until(() => find(element, 'input'))
    if (input instanceof HTMLInputElement) input.value = 'Ada'
    await click(element, '[part=join]')
    await until(() => element.matches(':state(connected)'))
    platform.addStream({ id: 'b', name: 'Bob' }, { id: 'bob-camera' })
    await until(() => textOf(element).includes('Bob') && textOf(element).includes('Ada (you)'))
    equal(JSON.stringify(requests[0]?.body), '{"name":"Ada"}')
  })

  it('lets go of the preview once the room has the devices', async () => {
    const { element } = mount()
    const preview = await until(() => find(element, '[part=preview-video]'))
    const picture = preview instanceof HTMLVideoElement ? preview.srcObject : undefined
    await click(element, '[part=join]')
    ok(picture instanceof MediaStream)
    await until(() => picture.getTracks().every(({ readyState }) => readyState === 'ended'))
  })

  it('says that the visitor is alone, and stops saying so when somebody comes', async () => {
    const { element, platform } = mount()
    await element.join()
    await until(() => textOf(element).includes(en.alone))
    platform.arrive({ id: 'b', name: 'Bob' })
    await until(() => !textOf(element).includes(en.alone))
    equal(find(element, '[role=status]')?.textContent, 'Bob joined')
  })

  it('says so again when somebody of the same name comes', async () => {
    const { element, platform } = mount()
    await element.join()
    await until(() => find(element, 'ot-stage'))
    const said = find(element, '[role=status]')
    let changes = 0
    new MutationObserver(() => (changes += 1)).observe(said ?? document, {
      characterData: true,
      childList: true,
      subtree: true,
    })
    platform.arrive({ id: 'b', name: 'Bob' })
    await until(() => said?.textContent === 'Bob joined')
    platform.arrive({ id: 'c', name: 'Bob' })
    await until(() => changes === 2)
  })

  it('mutes and unmutes by the button, which shows what is', async () => {
    const { element } = mount()
    await element.join()
    await click(element, '[part=microphone][aria-pressed=true]')
    await click(element, '[part=microphone][aria-pressed=false]')
    await until(() => find(element, '[part=microphone][aria-pressed=true]'))
  })

  it('rings the tile of whoever speaks without rendering', async () => {
    const { element, platform } = mount()
    await element.join()
    platform.addStream({ id: 'b', name: 'Bob' }, { id: 'bob-camera' })
    const tile = await until(() =>
      [...(find(element, 'ot-stage')?.shadowRoot?.querySelectorAll('ot-tile') ?? [])].find(
        ({ participant }) => participant?.id === 'b',
      ),
    )
    await until(() => {
      platform.speak('bob-camera', 0.5)
      return tile.level > 0.5 && ringStrength(tile) > 0
    })
    await until(() => tile.level === 0 && ringStrength(tile) === 0)
  })

  it('stays in the call without a camera that is in use, and gets it on the next try', async () => {
    const { element, platform } = mount()
    platform.breakDevice('camera', 'busy')
    await element.join()
    await until(() => textOf(element).includes(en.errors['camera-busy'].heading))
    platform.breakDevice('camera')
    await click(element, '[part~=device] .secondary')
    await until(() => find(element, '[part=camera][aria-pressed=true]'))
    await until(() => !find(element, '[part~=device]'))
  })

  it('shows a banner while reconnecting and takes it away afterwards', async () => {
    const { element, platform } = mount()
    await element.join()
    platform.report({ type: 'connection-dropped' })
    await until(() => find(element, '[part~=reconnecting]'))
    platform.report({ type: 'connection-restored' })
    await until(
      () => !find(element, '[part~=reconnecting]') && element.matches(':state(connected)'),
    )
  })

  it('leaves by the button, tells the page, and joins again', async () => {
    const { element } = mount()
    const heard: string[] = []
    for (const type of ['ot-join', 'ot-leave'] as const) {
      document.body.addEventListener(type, () => heard.push(type), { once: true })
    }
    await element.join()
    await click(element, '[part=leave]')
    await until(() => textOf(element).includes(en.leftHeading))
    equal(heard.join(), 'ot-join,ot-leave')
    await click(element, '[part~=left] .primary')
    await until(() => element.matches(':state(connected)'))
  })

  const failures: RoomErrorCode[] = [
    'opentok-unreachable',
    'opentok-unsupported',
    'proxy-conflict',
    'token-invalid',
    'session-invalid',
    'connect-failed',
    'connection-limit',
  ]
  for (const code of failures) {
    it(`explains ${code} and tries again`, async () => {
      const { element, platform } = mount()
      platform.refuse('connect', new RoomError(code))
      await element.join().catch(() => undefined)
      await until(() => textOf(element).includes(en.errors[code].heading))
      ok(textOf(element).includes(en.errors[code].help))
      platform.refuse('connect')
      await click(element, '[part~=failed] .primary')
      await until(() => element.matches(':state(connected)'))
    })
  }

  it('shows the backend’s refusal as text, never as markup', async () => {
    const body = { code: 'forbidden', detail: '<img src=x onerror=alert(1)>' }
    const { element } = mount({ status: 403, body })
    await element.join().catch(() => undefined)
    await until(() => textOf(element).includes('<img src=x'))
    ok(!find(element, 'img'))
  })

  it('keeps the call when it is moved and leaves when it is removed', async () => {
    const { element } = mount()
    await element.join()
    document.body.append(document.createElement('section'))
    document.querySelector('section')?.append(element)
    await until(() => find(element, 'ot-tile'))
    equal(element.state.phase, 'connected')
    const left = new Promise<Event>((resolve) => element.addEventListener('ot-leave', resolve))
    element.remove()
    await left
    document.body.append(element)
    await until(() => find(element, '[part=join]'))
  })

  it('leaves the room when its name changes and shows the lobby of the new one', async () => {
    const { element } = mount()
    await element.join()
    element.setAttribute('room', 'coffee')
    await until(() => element.matches(':state(lobby)'))
    await until(() => textOf(element).includes('coffee'))
  })

  it('works inside somebody else’s shadow root, and its events come out', async () => {
    const { element } = mount()
    const host = document.createElement('div')
    document.body.append(host)
    host.attachShadow({ mode: 'open' }).append(element)
    const heard = new Promise<Event>((resolve) => document.addEventListener('ot-join', resolve))
    await element.join()
    equal((await heard).target, host)
    await until(() => find(element, 'ot-tile'))
  })

  it('is one of several rooms on a page, each with its own people', async () => {
    const [one, two] = [mount(), mount()]
    await Promise.all([one.element.join(), two.element.join()])
    one.platform.arrive({ id: 'b', name: 'Bob' })
    await until(() => textOf(one.element).includes('Bob'))
    ok(!textOf(two.element).includes('Bob'))
  })

  it('says what is missing when the page forgot the endpoint', async () => {
    const element = document.createElement('ot-room')
    element.room = 'tea'
    document.body.append(element)
    await until(() => textOf(element).includes(en.unconfiguredHelp))
  })

  it('does nothing while it is not on a page, even when told to join by itself', async () => {
    const { element, requests } = mount()
    element.autojoin = true
    element.remove()
    element.room = 'coffee'
    await Promise.resolve()
    equal(element.presence, undefined)
    equal(requests.length, 0)
  })

  it('joins by itself when it is told to', async () => {
    const { element } = mount()
    element.remove()
    element.autojoin = true
    document.body.append(element)
    await until(() => element.matches(':state(connected)'))
  })

  it('goes back to the lobby when joining is cancelled', async () => {
    const { element, platform } = mount()
    platform.hold('connect')
    await click(element, '[part=join]')
    await click(element, '[part~=joining] button')
    await until(() => find(element, '[part=join]'))
  })

  it('takes the keyboard’s focus along when the view changes', async () => {
    const { element, platform } = mount()
    platform.refuse('connect', new RoomError('connect-failed'))
    const join = await until(() => find(element, '[part=join]'))
    join.focus()
    join.click()
    await until(() => element.shadowRoot?.activeElement?.matches('[part~=failed] h2'))
  })

  it('is out when the page leaves before the room has loaded, and the join says so', async () => {
    const { element, requests } = mount()
    const joining = element.join({ name: 'A' })
    element.leave()
    const outcome = await joining.then(
      () => 'joined',
      (error: unknown) => (error instanceof DOMException ? error.name : String(error)),
    )
    equal(outcome, 'AbortError')
    equal(element.state.phase, 'lobby')
    equal(requests.length, 0)
    await element.join({ name: 'B' })
    equal(element.state.phase, 'connected')
  })

  it('goes on with the call when a framework sets its properties anew', async () => {
    const { element } = mount()
    await element.join()
    const before = element.presence
    element.loadOpenTok = async () => ({})
    element.loadOpenTok = async () => ({})
    element.loadBlur = async () => Promise.reject(new Error('not needed'))
    element.createRoom = (options) => new Room(options)
    element.endpoint = '/api/'
    element.endpoint = new URL('/api', location.href).href
    element.opentok = '/elsewhere.js'
    element.integrity = 'sha384-x'
    element.name = 'Another'
    element.strings = { ...en }
    await new Promise((resolve) => setTimeout(resolve))
    ok(element.presence === before)
    equal(element.state.phase, 'connected')
    element.endpoint = '/other'
    await until(() => element.presence !== before)
    equal(element.state.phase, 'lobby')
  })

  it('says once what an attribute means that is written as a no', async () => {
    const { element } = mount()
    await element.open()
    const warned: unknown[] = []
    const { warn } = console
    console.warn = (text: unknown) => warned.push(text)
    element.setAttribute('consent', 'false')
    element.setAttribute('consent', 'true')
    element.setAttribute('consent', 'false')
    console.warn = warn
    equal(warned.length, 1)
    ok(String(warned[0]).includes('consent="false" means yes'))
  })
})

/** How strong the ring of a tile is where it is strongest, 0 to 255. */
function ringStrength(tile: Element): number {
  const canvas = tile.shadowRoot?.querySelector('canvas')
  const picture = canvas?.width
    ? canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height)
    : undefined
  const data = picture?.data ?? new Uint8ClampedArray()
  let strongest = 0
  for (let at = 3; at < data.length; at += 4) strongest = Math.max(strongest, data[at] ?? 0)
  return strongest
}
