import { deviceErrorCode, type DeviceKind } from '../errors/device-error-code.ts'
import { RoomError } from '../errors/room-error.ts'
import { problemOf } from '../devices/device-problem.ts'
import { exactly, picture } from './open-both.ts'

/** The devices of the browser, or `undefined` on a page that is not secure. */
export function mediaDevices(): MediaDevices | undefined {
  return globalThis.navigator?.mediaDevices
}

/** Opens one device; throws `RoomError` with the device's code. */
export async function capture(kind: DeviceKind, deviceId?: string): Promise<MediaStreamTrack> {
  const devices = mediaDevices()
  if (!devices) throw new RoomError(deviceErrorCode(kind, 'insecure'))
  if (!allowedHere(kind)) throw new RoomError(deviceErrorCode(kind, 'not-allowed-here'))
  try {
    const stream = await devices.getUserMedia(constraintsOf(kind, deviceId))
    const [track] = stream.getTracks()
    if (track) return track
  } catch (cause) {
    throw new RoomError(deviceErrorCode(kind, problemOf(cause)), { cause })
  }
  throw new RoomError(deviceErrorCode(kind, 'failed'))
}

/** The tracks of both devices; throws when one is missing. */
export function bothOf(stream: MediaStream): Record<DeviceKind, MediaStreamTrack> {
  const [camera] = stream.getVideoTracks()
  const [microphone] = stream.getAudioTracks()
  if (!camera || !microphone) throw new RoomError('camera-failed')
  return { camera, microphone }
}

function constraintsOf(kind: DeviceKind, deviceId: string | undefined): MediaStreamConstraints {
  const device = exactly(deviceId)
  return kind === 'camera' ? { video: { ...picture, ...device } } : { audio: { ...device } }
}

/** Chromium tells whether the page's permissions policy forbids a device; others let `getUserMedia` fail. */
function allowedHere(kind: DeviceKind): boolean {
  const policy: unknown = Reflect.get(document, 'featurePolicy')
  if (typeof policy !== 'object' || policy === null) return true
  const allows: unknown = Reflect.get(policy, 'allowsFeature')
  return typeof allows !== 'function' || allows.call(policy, kind) === true
}
