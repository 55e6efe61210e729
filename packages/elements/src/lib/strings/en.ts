import type { RoomErrorCode } from '@ot-room/room'
import type { TalkStrings } from './talk/en.ts'
import { lobbyEn, type Explanation, type Words } from './lobby-en.ts'

/** Every word the elements say, in English. */
export const en = {
  ...lobbyEn,

  joiningHeading: 'Joining…',
  joiningPreparing: 'Getting the room ready',
  joiningConnecting: 'Connecting',
  cancel: 'Cancel',

  stageLabel: 'People in the room',
  alone: 'You are the only one here',
  aloneHint: 'Others appear as soon as they join.',
  guest: 'Guest',
  you: (name: string | undefined) => (name === undefined ? 'You' : `${name} (you)`),
  screenOf: (name: string) => `${name}’s screen`,
  muted: 'muted',
  cameraOff: 'camera off',
  weak: 'weak connection',
  audioOnly: 'no picture, weak connection',
  interrupted: 'reconnecting',
  pin: (name: string) => `Pin ${name}`,
  people: (count: number) => `${count} ${count === 1 ? 'person' : 'people'}`,
  streamFailed: 'This picture could not be loaded',

  toolbarLabel: 'Call controls',
  mute: 'Mute',
  unmute: 'Unmute',
  stopCamera: 'Stop camera',
  startCamera: 'Start camera',
  share: 'Share screen',
  stopSharing: 'Stop sharing',
  leave: 'Leave',
  more: 'More',
  layout: 'Layout',
  layoutAuto: 'Automatic',
  layoutGrid: 'Grid',
  layoutSpeaker: 'Speaker',
  layoutSidebar: 'Sidebar',
  selfView: 'Your own picture',
  selfTile: 'Among the others',
  selfFloating: 'Floating',
  selfHidden: 'Hidden',
  mirror: 'Mirror my picture',
  pictureInPicture: 'Picture in picture',
  fullscreen: 'Full screen',
  exitFullscreen: 'Leave full screen',

  reconnecting: 'Connection lost. Getting you back in…',
  rejoining: 'Still no connection. You will be back in as soon as there is one.',
  sharing: 'Everybody sees your screen.',
  audioBlocked: 'Your browser is holding back the sound.',
  unblockAudio: 'Turn on sound',
  mutedByHost: 'A host muted your microphone.',
  microphoneHeld:
    'Your system holds your microphone back, as for a phone call. Others will hear you when it is free again.',
  cameraHeld:
    'Your system holds your camera back, as for a phone call. Others will see you when it is free again.',
  dismiss: 'Dismiss',

  waitingHeading: 'Waiting to be let in',
  waitingHelp: 'The host knows that you are here. Keep this page open.',
  knocks: (name: string) => `${name} is waiting to be let in`,
  guestsHeading: 'People who are waiting',
  admit: 'Let in',
  deny: 'Turn away',
  admitAll: 'Let everybody in',
  deviceGone: (before: string, now: string) => `“${before}” is gone. “${now}” is used instead.`,
  deviceNew: (name: string) => `“${name}” is connected`,
  deviceUsed: (name: string) => `“${name}” is in use now`,
  use: 'Use it',
  undo: 'Undo',
  leftHeading: 'You have left the room',
  leftHelp: 'Your camera and microphone are off.',
  rejoin: 'Join again',
  back: 'Back',

  saidJoined: (name: string) => `${name} joined`,
  saidLeft: (name: string) => `${name} left`,
  saidShares: (name: string) => `${name} is sharing a screen`,
  saidSharesNoMore: (name: string) => `${name} stopped sharing`,
  saidConnected: 'You are in the room',
  saidReconnected: 'You are connected again',

  errors: {
    ...lobbyEn.errors,
    'backend-unreachable': {
      heading: 'The room is out of reach',
      help: 'Check your internet connection, then try again.',
    },
    'backend-invalid': {
      heading: 'The room gave a strange answer',
      help: 'This is not your fault. Try again in a few minutes.',
    },
    'join-refused': {
      heading: 'You could not be let in',
      help: 'Try again, or ask the people who run this room.',
    },
    'room-name-invalid': {
      heading: 'There is no such room',
      help: 'Check the link you were given, or ask for a new one.',
    },
    'opentok-unreachable': {
      heading: 'The video software did not load',
      help: 'A blocker or a company firewall may be in the way. Allow this page and try again.',
    },
    'opentok-unsupported': {
      heading: 'This browser cannot make video calls',
      help: 'Open this page in a current version of Chrome, Edge, Firefox or Safari.',
    },
    'proxy-conflict': {
      heading: 'Two rooms on this page do not get along',
      help: 'They use different video servers. Open this room in its own page.',
    },
    'token-invalid': {
      heading: 'Your pass has run out',
      help: 'Try again to get a new one.',
    },
    'session-invalid': {
      heading: 'This room is gone',
      help: 'Ask the people who invited you for a new link.',
    },
    'connect-failed': {
      heading: 'The call could not be reached',
      help: 'Check your connection. On a company network, video calls may be blocked.',
    },
    'connection-limit': {
      heading: 'The room is full',
      help: 'Try again when somebody has left.',
    },
    'already-here': {
      heading: 'You are in this room already',
      help: 'This page has joined it in another place. Leave there first.',
    },
    'page-not-allowed': {
      heading: 'This page may not open the room',
      help: 'The room’s server does not allow it. Tell the owner of the page.',
    },
    ended: {
      heading: 'The meeting has ended',
      help: 'A host ended it for everybody. Your camera and microphone are off.',
    },
    removed: {
      heading: 'You were removed from the room',
      help: 'A host ended your stay. Your camera and microphone are off.',
    },
    'network-lost': {
      heading: 'The connection was lost',
      help: 'It did not come back in time. Check your network and join again.',
    },
    'not-connected': { heading: 'You are not in the room', help: 'Join first.' },
    'action-refused': { heading: 'That did not work', help: 'Try again.' },
    'signal-invalid': { heading: 'The message was not sent', help: 'It is too long.' },
    'signal-failed': { heading: 'The message was not sent', help: 'Try again.' },
    'screen-failed': { heading: 'Your screen could not be shared', help: 'Try again.' },
    'screen-blocked-by-system': {
      heading: 'Your system blocks screen sharing',
      help: 'Allow your browser to record the screen in the system settings.',
    },
  } satisfies Record<RoomErrorCode, Explanation>,

  refusals: {
    signIn: { heading: 'Please sign in first', help: 'Then come back to this page.' },
    notAllowed: {
      heading: 'This room is not open to you',
      help: 'Ask the people who run it to let you in.',
    },
    denied: { heading: 'You were not let in', help: 'Ask the host, or try again later.' },
    unknown: {
      heading: 'There is no such room',
      help: 'Check the link you were given, or ask for a new one.',
    },
    tooOften: {
      heading: 'That was a bit fast',
      help: 'Wait a minute, then try again.',
    },
    ailing: {
      heading: 'The video service is not answering',
      help: 'This is not your fault. Try again in a few minutes.',
    },
  },
} as const

/** The words of one language; another one is an object of this type. */
export interface Strings extends Words<typeof en> {
  /** Those of talking in a call; default: the ones of the page's language. */
  readonly talk?: TalkStrings | undefined
}
