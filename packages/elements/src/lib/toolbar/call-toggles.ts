import type { Call, Room } from '@ot-room/room'
import type { TemplateResult } from 'lit'
import { callIcons } from '../icons/call-icons.ts'
import { icons } from '../icons/icons.ts'
import type { Strings } from '../strings/en.ts'
import { isOn } from './is-on.ts'
import { keys } from './shortcuts.ts'

/** A button that is pressed or not. */
export interface Toggle {
  readonly part: 'microphone' | 'camera' | 'share' | 'captions'
  readonly label: string
  readonly icon: TemplateResult
  readonly key: string
  readonly pressed: boolean
  readonly busy: boolean
  act(): unknown
}

/** The switches of a call, as far as the visitor's role has them and the browser can. */
export function callToggles(room: Room, call: Call, strings: Strings): readonly Toggle[] {
  const { camera, microphone, screen } = call
  return [
    ...(microphone.status === 'forbidden' ? [] : [microphoneToggle(room, call, strings)]),
    ...(camera.status === 'forbidden' ? [] : [cameraToggle(room, call, strings)]),
    ...(screen.status !== 'forbidden' && canShare() ? [shareToggle(room, call, strings)] : []),
  ]
}

function microphoneToggle(room: Room, { microphone }: Call, strings: Strings): Toggle {
  const on = isOn(microphone.status)
  return {
    ...stateOf(microphone.status),
    part: 'microphone',
    label: strings.microphone,
    icon: on ? icons.microphone : icons.microphoneOff,
    key: keys.microphone,
    act: () => (on ? room.muteMicrophone() : room.unmuteMicrophone()),
  }
}

function cameraToggle(room: Room, { camera }: Call, strings: Strings): Toggle {
  const on = isOn(camera.status)
  return {
    ...stateOf(camera.status),
    part: 'camera',
    label: strings.camera,
    icon: on ? icons.camera : icons.cameraOff,
    key: keys.camera,
    act: () => (on ? room.stopCamera() : room.startCamera()),
  }
}

function shareToggle(room: Room, { screen }: Call, strings: Strings): Toggle {
  const on = isOn(screen.status)
  return {
    ...stateOf(screen.status),
    part: 'share',
    label: strings.share,
    icon: callIcons.share,
    key: keys.share,
    act: () => (on ? room.stopSharing() : room.shareScreen()),
  }
}

function stateOf(status: string): Pick<Toggle, 'pressed' | 'busy'> {
  return { pressed: isOn(status), busy: status === 'starting' }
}

/** Whether the browser can, and the frame that the page is in may: what a frame may not do would fail without a word. */
function canShare(): boolean {
  return typeof navigator.mediaDevices?.getDisplayMedia === 'function' && mayUse('display-capture')
}

/** Permissions policy, as far as the browser tells; in doubt it is allowed. */
function mayUse(feature: string): boolean {
  const policy: unknown = Reflect.get(document, 'featurePolicy')
  if (!isPolicy(policy) || !policy.features().includes(feature)) return true
  return policy.allowsFeature(feature)
}

interface Policy {
  features(): readonly string[]
  allowsFeature(feature: string): boolean
}

function isPolicy(policy: unknown): policy is Policy {
  return typeof policy === 'object' && policy !== null && 'allowsFeature' in policy
}
