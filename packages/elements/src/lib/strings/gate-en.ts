/** The few words that are said before anything is loaded, in English. */
export const gateEn = {
  consentHeading: 'Video room',
  consentHelp: 'The room loads when you open it. Nothing is sent before you join.',
  consentOpen: 'Open the room',
  brokenHeading: 'The room did not load',
  brokenHelp: 'Check your connection, then load this page again.',
  brokenReload: 'Load again',
} as const
