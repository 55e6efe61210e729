import { RoomError } from '@ot-room/room'
import { emulateMedia, setViewport } from '@web/test-runner-commands'
import { en } from '../strings/en.ts'
import { violationsIn } from '../testing/axe.ts'
import { equal } from '../testing/expect.ts'
import { find, mount, textOf, until } from '../testing/mount.ts'

type Mounted = ReturnType<typeof mount>

const views: Record<string, (mounted: Mounted) => Promise<unknown>> = {
  lobby: ({ element }) => until(() => find(element, '[part=preview-video]')),
  joining: async ({ element, platform }) => {
    platform.hold('connect')
    element.join().catch(() => undefined)
    await until(() => find(element, 'progress'))
  },
  'a call with everything going wrong': async ({ element, platform }) => {
    platform.breakDevice('camera', 'denied')
    await element.join()
    platform.addStream({ id: 'b', name: 'Bob' }, { id: 's', hasAudio: false, hasVideo: false })
    platform.report({ type: 'audio-blocked' })
    platform.report({ type: 'connection-dropped' })
    await until(() => find(element, '[part~=reconnecting]'))
  },
  'being alone': async ({ element }) => {
    await element.join()
    await until(() => textOf(element).includes(en.alone))
  },
  'a failure': async ({ element, platform }) => {
    platform.refuse('connect', new RoomError('connect-failed'))
    await element.join().catch(() => undefined)
    await until(() => find(element, '[part~=failed]'))
  },
  'having left': async ({ element }) => {
    await element.join()
    element.leave()
    await until(() => find(element, '[part~=left]'))
  },
}

describe('accessibility', () => {
  afterEach(() => document.body.replaceChildren())

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [320, 1280]) {
      for (const [name, reach] of Object.entries(views)) {
        it(`axe finds nothing in ${name}, ${colorScheme}, ${width} px wide`, async () => {
          document.documentElement.lang = 'en'
          await emulateMedia({ colorScheme, reducedMotion: 'reduce' })
          await setViewport({ width, height: 800 })
          const mounted = mount()
          await reach(mounted)
          equal(await violationsIn(mounted.element), '')
        })
      }
    }
  }
})
