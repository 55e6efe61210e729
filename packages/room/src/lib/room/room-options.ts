import type { OpenTokSource } from '../opentok/load-open-tok.ts'
import type { CameraEffectSource } from '../effects/camera-effect.ts'
import type { VideoPlatform } from '../platform/video-platform.ts'
import type { Background, WantedDevice, WantedMedia } from '../state/local-device.ts'

/** Which room, and how to reach it. */
export interface RoomOptions {
  /** The room's name, as people know it. */
  readonly room: string
  /**
   * The backend's address; without a host it is relative to the page. `{path}` in it says where `rooms/{room}/join` goes,
   * default: at the end of its path.
   */
  readonly endpoint: string | URL
  /** Where OpenTok.js comes from; default: the one on the page, else the vendor's copy. */
  readonly openTok?: OpenTokSource | undefined
  /** Blurs what is behind the visitor; default: nothing can be blurred. */
  readonly blur?: CameraEffectSource
  /** Default: the global `fetch`. Give your own to add headers or cookies. */
  readonly fetch?: typeof fetch
  /** Default: OpenTok.js; `@ot-room/room/testing` has a fake. */
  readonly platform?: VideoPlatform
}

/** How to enter. */
export interface JoinOptions {
  /** The name the visitor would like; the backend decides. */
  readonly name?: string
  /** A device id, `false` for none; default: the browser's choice. */
  readonly microphone?: string | false
  /** A device id, `false` for none; default: the browser's choice. */
  readonly camera?: string | false
  /** What others see behind the visitor; default: `plain`. */
  readonly background?: Background
  /** The id of the loudspeaker to play everything on; default: the system's. */
  readonly speaker?: string
}

/** The wishes in a join call. */
export function wantedMedia({ camera, microphone, background }: JoinOptions): WantedMedia {
  return {
    camera: { ...wantedDevice(camera), ...(background && { background }) },
    microphone: wantedDevice(microphone),
  }
}

function wantedDevice(choice: string | false | undefined): WantedDevice {
  if (choice === false) return { on: false }
  return choice === undefined ? { on: true } : { on: true, deviceId: choice }
}
