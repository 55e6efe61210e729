import type { Strings } from './en.ts'
import { plural } from './plural.ts'

/** German. */
export const de: Strings = {
  gate: {
    consentHeading: 'Videoraum',
    consentHelp:
      'Der Raum wird geladen, wenn Sie ihn öffnen. Vor dem Beitreten wird nichts gesendet.',
    consentOpen: 'Raum öffnen',
    brokenHeading: 'Der Raum wurde nicht geladen',
    brokenHelp: 'Prüfen Sie Ihre Verbindung und laden Sie die Seite neu.',
    brokenReload: 'Neu laden',
  },
  lobbyHeading: 'Bereit?',
  lobbyHint: 'Nur Sie sehen und hören das. Vor dem Beitreten wird nichts gesendet.',
  previewLabel: 'Ihre Kameravorschau',
  previewIdle: 'Sehen und hören Sie sich, bevor Sie hineingehen',
  previewStart: 'Kamera und Mikrofon einschalten',
  previewStarting: 'Ihre Kamera startet…',
  previewOff: 'Ihre Kamera ist aus',
  level: 'Mikrofonpegel',
  name: 'Ihr Name',
  namePlaceholder: 'Wie andere Sie sehen',
  camera: 'Kamera',
  microphone: 'Mikrofon',
  speaker: 'Lautsprecher',
  testSound: 'Testen',
  usualDevice: 'Standard',
  blur: 'Meinen Hintergrund weichzeichnen',
  device: (number: number) => `Gerät ${number}`,
  join: 'Beitreten',
  joinWithoutCamera: 'Ohne Kamera beitreten',
  joinWithoutMicrophone: 'Ohne Mikrofon beitreten',
  joinWithoutDevices: 'Zum Zusehen und Zuhören beitreten',
  allowIn: {
    chromium:
      'Klicken Sie auf das Symbol links in der Adressleiste, erlauben Sie den Zugriff und versuchen Sie es erneut.',
    firefox:
      'Klicken Sie auf das durchgestrichene Symbol in der Adressleiste, heben Sie die Sperre auf und versuchen Sie es erneut.',
    safari:
      'Öffnen Sie im Safari-Menü die Einstellungen für diese Website, erlauben Sie den Zugriff und versuchen Sie es erneut.',
  },
  joiningHeading: 'Beitreten…',
  joiningPreparing: 'Der Raum wird vorbereitet',
  joiningConnecting: 'Verbindung wird hergestellt',
  cancel: 'Abbrechen',
  stageLabel: 'Personen im Raum',
  alone: 'Sie sind allein hier',
  aloneHint: 'Andere erscheinen, sobald sie beitreten.',
  guest: 'Gast',
  you: (name: string | undefined) => (name === undefined ? 'Sie' : `${name} (Sie)`),
  screenOf: (name: string) => `Bildschirm von ${name}`,
  muted: 'stumm',
  cameraOff: 'Kamera aus',
  weak: 'schwache Verbindung',
  audioOnly: 'kein Bild, schwache Verbindung',
  interrupted: 'verbindet neu',
  pin: (name: string) => `${name} anheften`,
  people: (count: number) =>
    plural('de', count, { one: `${count} Person`, other: `${count} Personen` }),
  streamFailed: 'Dieses Bild konnte nicht geladen werden',
  toolbarLabel: 'Anrufsteuerung',
  mute: 'Stummschalten',
  unmute: 'Stummschaltung aufheben',
  stopCamera: 'Kamera ausschalten',
  startCamera: 'Kamera einschalten',
  share: 'Bildschirm teilen',
  stopSharing: 'Teilen beenden',
  leave: 'Verlassen',
  more: 'Mehr',
  layout: 'Anordnung',
  layoutAuto: 'Automatisch',
  layoutGrid: 'Raster',
  layoutSpeaker: 'Sprecher',
  layoutSidebar: 'Seitenleiste',
  selfView: 'Ihr eigenes Bild',
  selfTile: 'Bei den anderen',
  selfFloating: 'Schwebend',
  selfHidden: 'Ausgeblendet',
  mirror: 'Mein Bild spiegeln',
  pictureInPicture: 'Bild im Bild',
  fullscreen: 'Vollbild',
  exitFullscreen: 'Vollbild beenden',
  reconnecting: 'Verbindung verloren. Sie werden zurückgeholt…',
  rejoining: 'Noch keine Verbindung. Sie sind wieder dabei, sobald es eine gibt.',
  sharing: 'Alle sehen Ihren Bildschirm.',
  audioBlocked: 'Ihr Browser hält den Ton zurück.',
  unblockAudio: 'Ton einschalten',
  mutedByHost: 'Ein Gastgeber hat Ihr Mikrofon stummgeschaltet.',
  microphoneHeld:
    'Ihr System hält das Mikrofon zurück, etwa für einen Anruf. Andere hören Sie, sobald es wieder frei ist.',
  cameraHeld:
    'Ihr System hält die Kamera zurück, etwa für einen Anruf. Andere sehen Sie, sobald sie wieder frei ist.',
  dismiss: 'Schließen',
  waitingHeading: 'Warten auf Einlass',
  waitingHelp: 'Der Gastgeber weiß, dass Sie da sind. Lassen Sie diese Seite offen.',
  knocks: (name: string) => `${name} wartet auf Einlass`,
  guestsHeading: 'Wer wartet',
  admit: 'Einlassen',
  deny: 'Abweisen',
  admitAll: 'Alle einlassen',
  deviceGone: (before: string, now: string) =>
    `„${before}“ ist weg. „${now}“ wird stattdessen benutzt.`,
  deviceNew: (name: string) => `„${name}“ ist angeschlossen`,
  deviceUsed: (name: string) => `„${name}“ wird jetzt benutzt`,
  use: 'Benutzen',
  undo: 'Rückgängig',
  leftHeading: 'Sie haben den Raum verlassen',
  leftHelp: 'Kamera und Mikrofon sind aus.',
  rejoin: 'Wieder beitreten',
  tryAgain: 'Erneut versuchen',
  back: 'Zurück',
  languageTrouble: 'Ihre Sprache wurde nicht geladen.',
  allowInSystem: {
    mac: (browser: string) =>
      `Öffnen Sie Systemeinstellungen, Datenschutz & Sicherheit, erlauben Sie es ${browser} und starten Sie ${browser} neu.`,
    windows: (browser: string) =>
      `Öffnen Sie Einstellungen, Datenschutz und Sicherheit, und erlauben Sie es Desktop-Apps wie ${browser}.`,
    other: (browser: string) => `Erlauben Sie es ${browser} in den Einstellungen dieses Geräts.`,
  },
  unconfiguredHeading: 'Dieser Raum ist noch nicht eingerichtet',
  unconfiguredHelp: 'Die Seite muss ihm room und endpoint geben.',
  saidJoined: (name: string) => `${name} ist beigetreten`,
  saidLeft: (name: string) => `${name} ist gegangen`,
  saidShares: (name: string) => `${name} teilt einen Bildschirm`,
  saidSharesNoMore: (name: string) => `${name} teilt nicht mehr`,
  saidConnected: 'Sie sind im Raum',
  saidReconnected: 'Sie sind wieder verbunden',
  errors: {
    'backend-unreachable': {
      heading: 'Der Raum ist nicht erreichbar',
      help: 'Prüfen Sie Ihre Internetverbindung und versuchen Sie es erneut.',
    },
    'backend-invalid': {
      heading: 'Der Raum gab eine seltsame Antwort',
      help: 'Das liegt nicht an Ihnen. Versuchen Sie es in ein paar Minuten erneut.',
    },
    'join-refused': {
      heading: 'Sie konnten nicht eingelassen werden',
      help: 'Versuchen Sie es erneut oder fragen Sie die Betreiber des Raums.',
    },
    'room-name-invalid': {
      heading: 'Diesen Raum gibt es nicht',
      help: 'Prüfen Sie den Link oder bitten Sie um einen neuen.',
    },
    'opentok-unreachable': {
      heading: 'Die Videosoftware wurde nicht geladen',
      help: 'Vielleicht ist ein Blocker oder eine Firmen-Firewall im Weg. Erlauben Sie diese Seite und versuchen Sie es erneut.',
    },
    'opentok-unsupported': {
      heading: 'Dieser Browser kann keine Videoanrufe',
      help: 'Öffnen Sie diese Seite in einer aktuellen Version von Chrome, Edge, Firefox oder Safari.',
    },
    'proxy-conflict': {
      heading: 'Zwei Räume auf dieser Seite vertragen sich nicht',
      help: 'Sie nutzen verschiedene Videoserver. Öffnen Sie diesen Raum auf einer eigenen Seite.',
    },
    'token-invalid': {
      heading: 'Ihre Zutrittsberechtigung ist abgelaufen',
      help: 'Versuchen Sie es erneut, um eine neue zu erhalten.',
    },
    'session-invalid': {
      heading: 'Diesen Raum gibt es nicht mehr',
      help: 'Bitten Sie um einen neuen Link.',
    },
    'connect-failed': {
      heading: 'Der Anruf ist nicht erreichbar',
      help: 'Prüfen Sie Ihre Verbindung. In Firmennetzen sind Videoanrufe manchmal gesperrt.',
    },
    'connection-limit': {
      heading: 'Der Raum ist voll',
      help: 'Versuchen Sie es erneut, wenn jemand gegangen ist.',
    },
    'already-here': {
      heading: 'Sie sind schon in diesem Raum',
      help: 'Diese Seite ist ihm an anderer Stelle beigetreten. Verlassen Sie ihn zuerst dort.',
    },
    'page-not-allowed': {
      heading: 'Diese Seite darf den Raum nicht öffnen',
      help: 'Der Server des Raums erlaubt sie nicht. Bitte sagen Sie es den Betreibern der Seite.',
    },
    ended: {
      heading: 'Die Besprechung ist beendet',
      help: 'Die Gastgeberin oder der Gastgeber hat sie für alle beendet. Kamera und Mikrofon sind aus.',
    },
    removed: {
      heading: 'Sie wurden aus dem Raum entfernt',
      help: 'Ein Gastgeber hat Ihre Teilnahme beendet. Kamera und Mikrofon sind aus.',
    },
    'network-lost': {
      heading: 'Die Verbindung ging verloren',
      help: 'Sie kam nicht rechtzeitig zurück. Prüfen Sie Ihr Netz und treten Sie wieder bei.',
    },
    'not-connected': { heading: 'Sie sind nicht im Raum', help: 'Treten Sie zuerst bei.' },
    'action-refused': { heading: 'Das hat nicht geklappt', help: 'Versuchen Sie es erneut.' },
    'signal-invalid': { heading: 'Die Nachricht wurde nicht gesendet', help: 'Sie ist zu lang.' },
    'signal-failed': {
      heading: 'Die Nachricht wurde nicht gesendet',
      help: 'Versuchen Sie es erneut.',
    },
    'camera-denied': {
      heading: 'Ihre Kamera ist gesperrt',
      help: 'Erlauben Sie die Kamera in der Adressleiste.',
    },
    'camera-not-found': {
      heading: 'Keine Kamera gefunden',
      help: 'Schließen Sie eine an und versuchen Sie es erneut.',
    },
    'camera-busy': {
      heading: 'Ihre Kamera wird gerade benutzt',
      help: 'Schließen Sie das andere Programm, das sie benutzt.',
    },
    'camera-insecure': {
      heading: 'Die Kamera braucht eine sichere Seite',
      help: 'Öffnen Sie diese Seite mit https.',
    },
    'camera-not-allowed-here': {
      heading: 'Diese Seite erlaubt die Kamera nicht',
      help: 'Öffnen Sie den Raum in einem eigenen Tab.',
    },
    'camera-failed': {
      heading: 'Ihr Bild konnte nicht gesendet werden',
      help: 'Versuchen Sie es erneut.',
    },
    'camera-blur-failed': {
      heading: 'Ihr Hintergrund konnte nicht weichgezeichnet werden',
      help: 'Schalten Sie das Weichzeichnen aus, um gesehen zu werden, oder versuchen Sie es erneut.',
    },
    'camera-blocked-by-system': {
      heading: 'Ihr System sperrt die Kamera',
      help: 'Erlauben Sie es in den Systemeinstellungen.',
    },
    'microphone-blocked-by-system': {
      heading: 'Ihr System sperrt das Mikrofon',
      help: 'Erlauben Sie es in den Systemeinstellungen.',
    },
    'microphone-denied': {
      heading: 'Ihr Mikrofon ist gesperrt',
      help: 'Erlauben Sie das Mikrofon in der Adressleiste.',
    },
    'microphone-not-found': {
      heading: 'Kein Mikrofon gefunden',
      help: 'Schließen Sie eine an und versuchen Sie es erneut.',
    },
    'microphone-busy': {
      heading: 'Ihr Mikrofon wird gerade benutzt',
      help: 'Schließen Sie das andere Programm, das sie benutzt.',
    },
    'microphone-insecure': {
      heading: 'Das Mikrofon braucht eine sichere Seite',
      help: 'Öffnen Sie diese Seite mit https.',
    },
    'microphone-not-allowed-here': {
      heading: 'Diese Seite erlaubt das Mikrofon nicht',
      help: 'Öffnen Sie den Raum in einem eigenen Tab.',
    },
    'microphone-failed': {
      heading: 'Ihre Stimme konnte nicht gesendet werden',
      help: 'Versuchen Sie es erneut.',
    },
    'screen-failed': {
      heading: 'Ihr Bildschirm konnte nicht geteilt werden',
      help: 'Versuchen Sie es erneut.',
    },
    'screen-blocked-by-system': {
      heading: 'Ihr System sperrt die Bildschirmfreigabe',
      help: 'Erlauben Sie Ihrem Browser in den Systemeinstellungen, den Bildschirm aufzunehmen.',
    },
  },
  refusals: {
    signIn: {
      heading: 'Bitte melden Sie sich zuerst an',
      help: 'Kommen Sie dann auf diese Seite zurück.',
    },
    notAllowed: {
      heading: 'Dieser Raum steht Ihnen nicht offen',
      help: 'Bitten Sie die Betreiber, Sie einzulassen.',
    },
    denied: {
      heading: 'Sie wurden nicht eingelassen',
      help: 'Fragen Sie den Gastgeber oder versuchen Sie es später.',
    },
    unknown: {
      heading: 'Diesen Raum gibt es nicht',
      help: 'Prüfen Sie den Link oder bitten Sie um einen neuen.',
    },
    tooOften: {
      heading: 'Das war etwas schnell',
      help: 'Warten Sie eine Minute und versuchen Sie es erneut.',
    },
    ailing: {
      heading: 'Der Videodienst antwortet nicht',
      help: 'Das liegt nicht an Ihnen. Versuchen Sie es in ein paar Minuten erneut.',
    },
  },
}
