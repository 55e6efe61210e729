import type { DeviceErrorCode } from '@ot-room/room'
import { gateEn } from './gate-en.ts'

/** A failure in words: what it is, and what to do about it. */
export interface Explanation {
  readonly heading: string
  readonly help: string
}

/** Every word that is said before somebody joins, in English; the others come with the call. */
export const lobbyEn = {
  gate: gateEn,

  lobbyHeading: 'Ready to join?',
  lobbyHint: 'Only you see and hear this. Nothing is sent before you join.',
  previewLabel: 'Your camera preview',
  previewIdle: 'See and hear yourself before you go in',
  previewStart: 'Turn on camera and microphone',
  previewStarting: 'Starting your camera…',
  previewOff: 'Your camera is off',
  level: 'Microphone level',
  name: 'Your name',
  namePlaceholder: 'How others will see you',
  camera: 'Camera',
  microphone: 'Microphone',
  speaker: 'Speaker',
  testSound: 'Test',
  usualDevice: 'Default',
  blur: 'Blur my background',
  device: (number: number) => `Device ${number}`,
  join: 'Join',
  joinWithoutCamera: 'Join without camera',
  joinWithoutMicrophone: 'Join without microphone',
  joinWithoutDevices: 'Join to watch and listen',

  allowIn: {
    chromium: 'Click the icon at the left of the address bar, allow it there, then try again.',
    firefox: 'Click the crossed-out icon in the address bar, take the block away, then try again.',
    safari: 'Open the Safari menu, Settings for this website, allow it there, then try again.',
  },

  tryAgain: 'Try again',
  languageTrouble: 'Your language did not load.',
  allowInSystem: {
    mac: (browser: string) =>
      `Open System Settings, Privacy & Security, allow ${browser} there, then start ${browser} again.`,
    windows: (browser: string) =>
      `Open Settings, Privacy & security, and let desktop apps such as ${browser} use it.`,
    other: (browser: string) => `Allow ${browser} to use it in the settings of this device.`,
  },
  unconfiguredHeading: 'This room is not set up yet',
  unconfiguredHelp: 'The page must give it a room and an endpoint.',

  errors: {
    'camera-denied': {
      heading: 'Your camera is blocked',
      help: 'Allow the camera in your browser’s address bar.',
    },
    'camera-not-found': { heading: 'No camera found', help: 'Connect one, then try again.' },
    'camera-busy': {
      heading: 'Your camera is in use',
      help: 'Close the other program that uses it.',
    },
    'camera-insecure': {
      heading: 'The camera needs a secure page',
      help: 'Open this page with https.',
    },
    'camera-not-allowed-here': {
      heading: 'This page does not allow the camera',
      help: 'Open the room in its own tab.',
    },
    'camera-failed': { heading: 'Your picture could not be sent', help: 'Try again.' },
    'camera-blur-failed': {
      heading: 'Your background could not be blurred',
      help: 'Turn the blur off to be seen, or try again.',
    },
    'camera-blocked-by-system': {
      heading: 'Your system blocks the camera',
      help: 'Allow it in the system settings.',
    },
    'microphone-blocked-by-system': {
      heading: 'Your system blocks the microphone',
      help: 'Allow it in the system settings.',
    },
    'microphone-denied': {
      heading: 'Your microphone is blocked',
      help: 'Allow the microphone in your browser’s address bar.',
    },
    'microphone-not-found': {
      heading: 'No microphone found',
      help: 'Connect one, then try again.',
    },
    'microphone-busy': {
      heading: 'Your microphone is in use',
      help: 'Close the other program that uses it.',
    },
    'microphone-insecure': {
      heading: 'The microphone needs a secure page',
      help: 'Open this page with https.',
    },
    'microphone-not-allowed-here': {
      heading: 'This page does not allow the microphone',
      help: 'Open the room in its own tab.',
    },
    'microphone-failed': { heading: 'Your voice could not be sent', help: 'Try again.' },
  } satisfies Record<DeviceErrorCode, Explanation>,
} as const

/** The type of some words in any language. */
export type Words<Value> = Value extends string
  ? string
  : Value extends (...args: infer Args) => string
    ? (...args: Args) => string
    : { readonly [Key in keyof Value]: Words<Value[Key]> }

/** The words of a lobby in one language. */
export type LobbyStrings = Words<typeof lobbyEn>
