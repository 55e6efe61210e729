/** What a visitor can do about each failure; the codes are stable enough to branch on. */
export const messages = {
  'backend-unreachable':
    'The server of this room could not be reached. Check your connection and try again.',
  'page-not-allowed':
    'The server of this room does not let this page use it. Tell the owner of the page.',
  'backend-invalid': 'The server of this room gave an answer that makes no sense. Try again later.',
  'join-refused': 'The server of this room did not let you in.',
  'room-name-invalid': 'There is no room of this name. Check the link you were given.',
  'opentok-unreachable':
    'The video software could not be loaded. A blocker or a firewall may stop it; allow it and try again.',
  'opentok-unsupported': 'This browser cannot make video calls. Use a current version of another.',
  'proxy-conflict':
    'Another room on this page uses a different video server. Open this room in its own page.',
  'token-invalid': 'Your pass to this room is not valid any more. Join again to get a new one.',
  'session-invalid': 'This room does not exist on the video platform any more. Ask for a new link.',
  'connect-failed': 'The video platform could not be reached. Check your connection and try again.',
  'connection-limit': 'This room is full. Try again when somebody has left.',
  'already-here': 'This page is in the room already. Leave it there before you join it here.',
  removed: 'A host removed you from the room.',
  ended: 'A host ended the meeting for everybody.',
  'network-lost': 'The connection was lost for too long. Check your network and join again.',
  'not-connected': 'You are not in the room. Join first.',
  'action-refused': 'The server of this room did not do that. Try again.',
  'signal-invalid': 'The message is too long or its type has characters that are not allowed.',
  'signal-failed': 'The message could not be sent. Try again.',
  'camera-denied':
    'The browser may not use your camera. Allow it in the address bar and try again.',
  'camera-blocked-by-system':
    'The system does not let the browser use your camera. Allow it in the system settings.',
  'camera-not-found': 'No camera was found. Connect one and try again.',
  'camera-busy': 'Another program uses your camera. Close it and try again.',
  'camera-insecure': 'The camera works only on a secure page. Open this page with https.',
  'camera-not-allowed-here': 'This page does not let the room use the camera.',
  'camera-failed': 'Your picture could not be sent to the room. Try again.',
  'camera-blur-failed':
    'Your background could not be blurred, so your camera is off. Show the background, or try again.',
  'microphone-denied':
    'The browser may not use your microphone. Allow it in the address bar and try again.',
  'microphone-blocked-by-system':
    'The system does not let the browser use your microphone. Allow it in the system settings.',
  'microphone-not-found': 'No microphone was found. Connect one and try again.',
  'microphone-busy': 'Another program uses your microphone. Close it and try again.',
  'microphone-insecure': 'The microphone works only on a secure page. Open this page with https.',
  'microphone-not-allowed-here': 'This page does not let the room use the microphone.',
  'microphone-failed': 'Your voice could not be sent to the room. Try again.',
  'screen-failed': 'Your screen could not be shared. Try again.',
  'screen-blocked-by-system':
    'The system does not let the browser record the screen. Allow it in the system settings.',
} as const

/** What went wrong, stable enough to branch on. */
export type RoomErrorCode = keyof typeof messages
