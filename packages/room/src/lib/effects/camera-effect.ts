/** Changes a camera's picture on the visitor's own machine, before anybody sees it. */
export interface CameraEffect {
  /**
   * The changed picture of a camera, until `signal` aborts or the camera ends.
   *
   * Rejects when it cannot be changed; what fails later ends the picture. A plain frame never gets through.
   */
  apply(camera: MediaStreamTrack, signal: AbortSignal): Promise<MediaStreamTrack>
}

/** Brings an effect, for example `createBlur` of `@ot-room/effects/blur`; called whenever one is wanted, for each camera. */
export type CameraEffectSource = () => Promise<CameraEffect>

/** Whether this browser lets a page change the pictures that it sends: Chromium does. */
export function canChangePictures(): boolean {
  return 'MediaStreamTrackProcessor' in globalThis && 'MediaStreamTrackGenerator' in globalThis
}
