import type { Served } from '../../test/support/page-server.ts'

const type = 'text/html; charset=utf-8'
const head = '<!doctype html><html lang="en"><link rel="icon" href="data:," />'

/** The two lines of HTML. */
export function elementRoom(room: string, backend: () => string): Served {
  return {
    type,
    content: () => `${head}<script type="module" src="/ot-room.js"></script>
<ot-room room="${room}" endpoint="${backend()}" opentok="/opentok.min.js"></ot-room>`,
  }
}

const ownPicture = `
const stream = await navigator.mediaDevices.getUserMedia({
  audio: true, video: { width: { ideal: 1280 }, height: { ideal: 720 } },
})
document.querySelector('video').srcObject = stream`

/** What shows a visitor themselves with the least there is. */
export const barePreview: Served = {
  type,
  content: `${head}<video autoplay playsinline muted></video><script type="module">${ownPicture}</script>`,
}

/** What shows a visitor themselves with OpenTok.js and nothing else. */
export const openTokPreview: Served = {
  type,
  content: `${head}<script src="/opentok.min.js"></script><script>
const publisher = OT.initPublisher(undefined, { insertDefaultUI: false, resolution: '1280x720' })
publisher.on('videoElementCreated', ({ element }) => document.body.append(element))
</script>`,
}

/** What joins with the least there is: OpenTok.js on the click, with credentials that are there already. */
export const bareRoom: Served = {
  type,
  content: `${head}<video autoplay playsinline muted></video><button>Join</button><script type="module">${ownPicture}
document.querySelector('button').addEventListener('click', async () => {
  const { emulator, applicationId, sessionId, token } = globalThis.credentials
  const script = document.createElement('script')
  script.src = '/opentok.min.js'
  document.head.append(script)
  await new Promise((resolve) => script.addEventListener('load', resolve))
  OT.setProxyUrl(emulator)
  const session = OT.initSession(applicationId, sessionId)
  session.on('streamCreated', ({ stream }) => {
    const subscriber = session.subscribe(stream, undefined, { insertDefaultUI: false })
    subscriber.on('videoElementCreated', ({ element }) => {
      element.dataset.remote = ''
      document.body.append(element)
    })
  })
  await session.connect.promise(token)
  session.publish(OT.initPublisher(undefined, { insertDefaultUI: false }))
})
</script>`,
}
