import type { Page } from 'playwright-core'
import type { Size } from '../../test/support/opentok-client.ts'

type Direct = { sender: RTCRtpSender }

/** Shows the page its own camera through two peer connections, as if somebody else had sent it. */
export async function showOwnPicture(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const camera = { video: { width: 1280, height: 720 } }
    const stream = await navigator.mediaDevices.getUserMedia(camera)
    const [near, far] = [new RTCPeerConnection(), new RTCPeerConnection()]
    near.addEventListener('icecandidate', ({ candidate }) => void far.addIceCandidate(candidate))
    far.addEventListener('icecandidate', ({ candidate }) => void near.addIceCandidate(candidate))
    const [track] = stream.getVideoTracks()
    if (track === undefined) throw new Error('There is no camera')
    const sender = near.addTrack(track, stream)
    Object.assign(globalThis, { sender, near, far })
    far.addEventListener('track', (event) => {
      const video = document.createElement('video')
      video.dataset['remote'] = 'own'
      video.autoplay = true
      video.srcObject = new MediaStream([event.track])
      document.body.append(video)
    })
    await near.setLocalDescription()
    await far.setRemoteDescription(near.localDescription as RTCSessionDescription)
    await far.setLocalDescription()
    await near.setRemoteDescription(far.localDescription as RTCSessionDescription)
  })
}

/** Lets the encoder change the size; at what time of the page, in milliseconds. */
export function scaleOwnPicture(page: Page, { height }: Size): Promise<number> {
  return page.evaluate(async (wanted) => {
    const { sender } = globalThis as unknown as Direct
    const now = performance.now()
    const parameters = sender.getParameters()
    for (const encoding of parameters.encodings) encoding.scaleResolutionDownBy = 720 / wanted
    await sender.setParameters(parameters)
    return now
  }, height)
}
