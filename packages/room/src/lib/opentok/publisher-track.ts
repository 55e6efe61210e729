import type { DeviceKind } from '../errors/device-error-code.ts'
import type { OpenPublisher } from './open-publisher.ts'

/** Stops sending a device; the camera's light goes out. */
export async function muteTrack(open: OpenPublisher, kind: DeviceKind): Promise<void> {
  if (kind === 'microphone') return open.publisher.publishAudio.promise(false)
  await open.publisher.publishVideo.promise(false)
  // `publishVideo(false)` alone leaves the camera running behind the visitor's back.
  for (const track of streamOf(open)?.getVideoTracks() ?? []) track.stop()
}

/** Sends a device again, from another device when an id is given. */
export async function unmuteTrack(
  open: OpenPublisher,
  kind: DeviceKind,
  deviceId: string | undefined,
): Promise<void> {
  if (kind === 'microphone') {
    if (deviceId !== undefined) await open.publisher.setAudioSource(deviceId)
    return open.publisher.publishAudio.promise(true)
  }
  // In this order: OpenTok.js replaces the stopped track only while video is being published.
  await open.publisher.publishVideo.promise(true)
  if (deviceId !== undefined) await open.publisher.setVideoSource(deviceId)
}

/** Changes the device of a live track. */
export async function switchTrack(
  open: OpenPublisher,
  kind: DeviceKind,
  deviceId: string,
): Promise<void> {
  if (kind === 'microphone') await open.publisher.setAudioSource(deviceId)
  else await open.publisher.setVideoSource(deviceId)
}

/** Ends the publisher and every track of it, at once. */
export function closePublisher(open: OpenPublisher): void {
  for (const track of streamOf(open)?.getTracks() ?? []) track.stop()
  open.publisher.destroy()
}

function streamOf({ element }: OpenPublisher): MediaStream | undefined {
  return element.srcObject instanceof MediaStream ? element.srcObject : undefined
}
