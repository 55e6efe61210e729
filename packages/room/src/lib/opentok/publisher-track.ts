import type { DeviceKind } from '../errors/device-error-code.ts'
import { RoomError } from '../errors/room-error.ts'
import type { Background } from '../state/local-device.ts'
import type { OpenPublisher } from './open-publisher.ts'

/** Stops sending a device; the camera's light goes out. */
export async function muteTrack(open: OpenPublisher, kind: DeviceKind): Promise<void> {
  if (kind === 'microphone') return open.publisher.publishAudio.promise(false)
  const camera = cameraTrack(open)
  await open.publisher.publishVideo.promise(false)
  // OpenTok.js replaces the camera by a blank picture and ends it, unless it cannot make one or a blur has broken.
  camera?.stop()
  open.blur?.stop()
  await settled(open)
}

/** Sends a device again, from another device when an id is given. */
export async function unmuteTrack(
  open: OpenPublisher,
  kind: DeviceKind,
  deviceId: string | undefined,
): Promise<void> {
  const { publisher } = open
  if (kind === 'microphone') {
    if (deviceId !== undefined) await publisher.setAudioSource(deviceId)
    return publisher.publishAudio.promise(true)
  }
  // While nothing is sent this only chooses. Changing the track twice in a row instead, once for publishing and
  // once for the device, can leave the sender without a picture: its parameters are set by both at the same time.
  if (deviceId !== undefined) await publisher.setVideoSource(deviceId)
  await publisher.publishVideo.promise(true)
  await settled(open)
  if (deviceId !== undefined && cameraTrack(open)?.readyState === 'ended') {
    await publisher.setVideoSource(deviceId)
  }
  await sendPicture(open)
}

/** Changes the device of a live track. */
export async function switchTrack(
  open: OpenPublisher,
  kind: DeviceKind,
  deviceId: string,
): Promise<void> {
  if (kind === 'microphone') return open.publisher.setAudioSource(deviceId)
  await open.publisher.setVideoSource(deviceId)
  await sendPicture(open)
}

/** Blurs the camera's background or shows it. While the camera is off this opens it, so it is about to go on. */
export async function showBackground(open: OpenPublisher, background: Background): Promise<void> {
  const { publisher, blur, tracks } = open
  if (background === 'blurred' && !blur) throw new RoomError('camera-blur-failed')
  await publisher.setVideoMediaProcessorConnector(background === 'blurred' && blur ? blur : null)
  // It changes the track as another camera does.
  if (tracks.camera.status === 'live') await sendPicture(open)
  else await settled(open)
}

/** Ends the publisher and every track of it, at once. */
export function closePublisher(open: OpenPublisher): void {
  stopTracks(open)
  open.publisher.destroy()
}

/** Ends every track that the publisher has now. */
export function stopTracks(open: OpenPublisher): void {
  // With a blur the publisher's picture is not the camera's own.
  open.blur?.stop()
  for (const track of streamOf(open)?.getTracks() ?? []) track.stop()
}

/**
 * A camera that ends switches its senders off, and of what OpenTok.js sets when the next one starts Chromium may lose
 * just what switches them on again: the picture would stay away. What is off then is published once more.
 */
async function sendPicture(open: OpenPublisher): Promise<void> {
  if ((await settled(open)).every(sendsPicture)) return
  await open.publisher.publishVideo.promise(false)
  await settled(open)
  await open.publisher.publishVideo.promise(true)
  await settled(open)
}

/**
 * OpenTok.js does not wait for the sender parameters that it sets, and two changes at once lose one of them. A
 * statistics report comes back only after the changes before it.
 */
async function settled({ publisher }: OpenPublisher): Promise<readonly RTCStatsReport[]> {
  // Without anybody who receives there is no report, and nothing to wait for.
  const reports = await publisher.getRtcStatsReport().catch(() => [])
  return reports.map(({ rtcStatsReport }) => rtcStatsReport)
}

/** Browsers that do not tell whether a layer is switched on do not lose it either. */
function sendsPicture(report: RTCStatsReport): boolean {
  const layers = [...report.values()].filter(
    ({ type, kind }) => type === 'outbound-rtp' && kind === 'video',
  )
  return layers.length === 0 || layers.some(({ active }) => active !== false)
}

/** What the browser opened for a device: not its blurred picture. */
export function deviceTrack(open: OpenPublisher, kind: DeviceKind): MediaStreamTrack | undefined {
  if (kind === 'microphone') return open.publisher.getAudioSource()
  return open.blur?.camera ?? cameraTrack(open)
}

function cameraTrack(open: OpenPublisher): MediaStreamTrack | undefined {
  return streamOf(open)?.getVideoTracks()[0]
}

function streamOf({ element }: OpenPublisher): MediaStream | undefined {
  return element.srcObject instanceof MediaStream ? element.srcObject : undefined
}
