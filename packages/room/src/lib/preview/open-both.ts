import type { DeviceKind } from '../errors/device-error-code.ts'

/** The devices a visitor has chosen, by id. */
export type ChosenDevices = Partial<Record<DeviceKind, string>>

/** How large the visitor's own picture is where the camera can. */
export const picture: MediaTrackConstraints = { width: { ideal: 1280 }, height: { ideal: 720 } }

/** Opens camera and microphone as a preview does, with one question to the visitor; rejects with the browser's error. */
export async function openBoth(chosen: ChosenDevices): Promise<MediaStream> {
  return navigator.mediaDevices.getUserMedia({
    audio: exactly(chosen.microphone),
    video: { ...picture, ...exactly(chosen.camera) },
  })
}

/** Ends every track of a stream, which is what puts the camera's light out. */
export function letGo(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop()
}

/** That device and no other; any, if it is not said which. */
export function exactly(deviceId: string | undefined): MediaTrackConstraints {
  return deviceId === undefined ? {} : { deviceId: { exact: deviceId } }
}
