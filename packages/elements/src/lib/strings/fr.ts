import type { Strings } from './en.ts'
import { plural } from './plural.ts'

/** French. */
export const fr: Strings = {
  gate: {
    consentHeading: 'Salle vidéo',
    consentHelp:
      'La salle se charge quand vous l’ouvrez. Rien n’est envoyé avant que vous rejoigniez.',
    consentOpen: 'Ouvrir la salle',
    brokenHeading: 'La salle ne s’est pas chargée',
    brokenHelp: 'Vérifiez votre connexion, puis rechargez la page.',
    brokenReload: 'Recharger',
  },
  lobbyHeading: 'Prêt à rejoindre ?',
  lobbyHint: 'Vous seul voyez et entendez ceci. Rien n’est envoyé avant que vous rejoigniez.',
  previewLabel: 'Aperçu de votre caméra',
  previewIdle: 'Voyez-vous et entendez-vous avant d’entrer',
  previewStart: 'Activer caméra et micro',
  previewStarting: 'Démarrage de votre caméra…',
  previewOff: 'Votre caméra est éteinte',
  level: 'Niveau du micro',
  name: 'Votre nom',
  namePlaceholder: 'Comme les autres vous verront',
  camera: 'Caméra',
  microphone: 'Micro',
  speaker: 'Haut-parleur',
  testSound: 'Tester',
  usualDevice: 'Par défaut',
  blur: 'Flouter mon arrière-plan',
  device: (number: number) => `Appareil ${number}`,
  join: 'Rejoindre',
  joinWithoutCamera: 'Rejoindre sans caméra',
  joinWithoutMicrophone: 'Rejoindre sans micro',
  joinWithoutDevices: 'Rejoindre pour regarder et écouter',
  allowIn: {
    chromium:
      'Cliquez sur l’icône à gauche de la barre d’adresse, autorisez l’accès, puis réessayez.',
    firefox:
      'Cliquez sur l’icône barrée dans la barre d’adresse, levez le blocage, puis réessayez.',
    safari:
      'Dans le menu Safari, ouvrez les réglages de ce site, autorisez l’accès, puis réessayez.',
  },
  joiningHeading: 'Connexion en cours…',
  joiningPreparing: 'Préparation de la salle',
  joiningConnecting: 'Connexion',
  cancel: 'Annuler',
  stageLabel: 'Personnes dans la salle',
  alone: 'Vous êtes seul ici',
  aloneHint: 'Les autres apparaîtront dès qu’ils arriveront.',
  guest: 'Invité',
  you: (name: string | undefined) => (name === undefined ? 'Vous' : `${name} (vous)`),
  screenOf: (name: string) => `Écran de ${name}`,
  muted: 'micro coupé',
  cameraOff: 'caméra éteinte',
  weak: 'connexion faible',
  audioOnly: 'pas d’image, connexion faible',
  interrupted: 'reconnexion',
  pin: (name: string) => `Épingler ${name}`,
  people: (count: number) =>
    plural('fr', count, { one: `${count} personne`, other: `${count} personnes` }),
  streamFailed: 'Cette image n’a pas pu être chargée',
  toolbarLabel: 'Commandes de l’appel',
  mute: 'Couper le micro',
  unmute: 'Rétablir le micro',
  stopCamera: 'Éteindre la caméra',
  startCamera: 'Allumer la caméra',
  share: 'Partager l’écran',
  stopSharing: 'Arrêter le partage',
  leave: 'Quitter',
  more: 'Plus',
  layout: 'Disposition',
  layoutAuto: 'Automatique',
  layoutGrid: 'Grille',
  layoutSpeaker: 'Intervenant',
  layoutSidebar: 'Barre latérale',
  selfView: 'Votre propre image',
  selfTile: 'Parmi les autres',
  selfFloating: 'Flottante',
  selfHidden: 'Masquée',
  mirror: 'Refléter mon image',
  pictureInPicture: 'Image dans l’image',
  fullscreen: 'Plein écran',
  exitFullscreen: 'Quitter le plein écran',
  reconnecting: 'Connexion perdue. Reconnexion…',
  rejoining: 'Toujours pas de connexion. Vous reviendrez dès qu’il y en aura une.',
  sharing: 'Tout le monde voit votre écran.',
  audioBlocked: 'Votre navigateur retient le son.',
  unblockAudio: 'Activer le son',
  mutedByHost: 'Un hôte a coupé votre micro.',
  microphoneHeld:
    'Votre système retient le micro, par exemple pour un appel. On vous entendra dès qu’il sera libre.',
  cameraHeld:
    'Votre système retient la caméra, par exemple pour un appel. On vous verra dès qu’elle sera libre.',
  dismiss: 'Fermer',
  waitingHeading: 'En attente d’admission',
  waitingHelp: 'L’hôte sait que vous êtes là. Gardez cette page ouverte.',
  knocks: (name: string) => `${name} attend d’entrer`,
  guestsHeading: 'Qui attend',
  admit: 'Laisser entrer',
  deny: 'Refuser',
  admitAll: 'Laisser entrer tout le monde',
  deviceGone: (before: string, now: string) =>
    `« ${before} » n’est plus là. « ${now} » est utilisé à la place.`,
  deviceNew: (name: string) => `« ${name} » est branché`,
  deviceUsed: (name: string) => `« ${name} » est maintenant utilisé`,
  use: 'Utiliser',
  undo: 'Annuler',
  leftHeading: 'Vous avez quitté la salle',
  leftHelp: 'Votre caméra et votre micro sont éteints.',
  rejoin: 'Rejoindre à nouveau',
  tryAgain: 'Réessayer',
  back: 'Retour',
  languageTrouble: 'Votre langue n’a pas été chargée.',
  allowInSystem: {
    mac: (browser: string) =>
      `Ouvrez Réglages Système, Confidentialité et sécurité, autorisez ${browser}, puis relancez-le.`,
    windows: (browser: string) =>
      `Ouvrez Paramètres, Confidentialité et sécurité, et autorisez les applications de bureau comme ${browser}.`,
    other: (browser: string) => `Autorisez ${browser} dans les réglages de cet appareil.`,
  },
  unconfiguredHeading: 'Cette salle n’est pas encore configurée',
  unconfiguredHelp: 'La page doit lui donner room et endpoint.',
  saidJoined: (name: string) => `${name} a rejoint`,
  saidLeft: (name: string) => `${name} est parti`,
  saidShares: (name: string) => `${name} partage un écran`,
  saidSharesNoMore: (name: string) => `${name} ne partage plus`,
  saidConnected: 'Vous êtes dans la salle',
  saidReconnected: 'Vous êtes reconnecté',
  errors: {
    'backend-unreachable': {
      heading: 'La salle est injoignable',
      help: 'Vérifiez votre connexion internet, puis réessayez.',
    },
    'backend-invalid': {
      heading: 'La salle a donné une réponse étrange',
      help: 'Ce n’est pas votre faute. Réessayez dans quelques minutes.',
    },
    'join-refused': {
      heading: 'Vous n’avez pas pu entrer',
      help: 'Réessayez ou demandez aux responsables de la salle.',
    },
    'room-name-invalid': {
      heading: 'Cette salle n’existe pas',
      help: 'Vérifiez le lien reçu ou demandez-en un nouveau.',
    },
    'opentok-unreachable': {
      heading: 'Le logiciel vidéo ne s’est pas chargé',
      help: 'Un bloqueur ou un pare-feu d’entreprise gêne peut-être. Autorisez cette page et réessayez.',
    },
    'opentok-unsupported': {
      heading: 'Ce navigateur ne permet pas les appels vidéo',
      help: 'Ouvrez cette page dans une version récente de Chrome, Edge, Firefox ou Safari.',
    },
    'proxy-conflict': {
      heading: 'Deux salles de cette page sont incompatibles',
      help: 'Elles utilisent des serveurs vidéo différents. Ouvrez cette salle sur sa propre page.',
    },
    'token-invalid': {
      heading: 'Votre accès a expiré',
      help: 'Réessayez pour en obtenir un nouveau.',
    },
    'session-invalid': {
      heading: 'Cette salle n’existe plus',
      help: 'Demandez un nouveau lien à ceux qui vous ont invité.',
    },
    'connect-failed': {
      heading: 'L’appel est injoignable',
      help: 'Vérifiez votre connexion. Les réseaux d’entreprise bloquent parfois les appels vidéo.',
    },
    'connection-limit': {
      heading: 'La salle est pleine',
      help: 'Réessayez quand quelqu’un sera parti.',
    },
    'already-here': {
      heading: 'Vous êtes déjà dans cette salle',
      help: 'Cette page l’a rejointe ailleurs. Quittez-la d’abord là-bas.',
    },
    'page-not-allowed': {
      heading: 'Cette page ne peut pas ouvrir la salle',
      help: 'Le serveur de la salle ne l’autorise pas. Prévenez le propriétaire de la page.',
    },
    ended: {
      heading: 'La réunion est terminée',
      help: 'Un hôte y a mis fin pour tout le monde. Votre caméra et votre micro sont éteints.',
    },
    removed: {
      heading: 'Vous avez été retiré de la salle',
      help: 'Un hôte a mis fin à votre présence. Votre caméra et votre micro sont éteints.',
    },
    'network-lost': {
      heading: 'La connexion a été perdue',
      help: 'Elle n’est pas revenue à temps. Vérifiez votre réseau et rejoignez à nouveau.',
    },
    'not-connected': { heading: 'Vous n’êtes pas dans la salle', help: 'Rejoignez-la d’abord.' },
    'action-refused': { heading: 'Cela n’a pas marché', help: 'Réessayez.' },
    'signal-invalid': { heading: 'Le message n’a pas été envoyé', help: 'Il est trop long.' },
    'signal-failed': { heading: 'Le message n’a pas été envoyé', help: 'Réessayez.' },
    'camera-denied': {
      heading: 'Votre caméra est bloquée',
      help: 'Autorisez la caméra dans la barre d’adresse.',
    },
    'camera-not-found': {
      heading: 'Aucune caméra trouvée',
      help: 'Branchez-en une, puis réessayez.',
    },
    'camera-busy': {
      heading: 'Votre caméra est utilisée',
      help: 'Fermez l’autre programme qui l’utilise.',
    },
    'camera-insecure': {
      heading: 'La caméra exige une page sécurisée',
      help: 'Ouvrez cette page en https.',
    },
    'camera-not-allowed-here': {
      heading: 'Cette page n’autorise pas la caméra',
      help: 'Ouvrez la salle dans son propre onglet.',
    },
    'camera-failed': { heading: 'Votre image n’a pas pu être envoyée', help: 'Réessayez.' },
    'camera-blur-failed': {
      heading: 'Votre arrière-plan n’a pas pu être flouté',
      help: 'Désactivez le flou pour être vu, ou réessayez.',
    },
    'camera-blocked-by-system': {
      heading: 'Votre système bloque la caméra',
      help: 'Autorisez-la dans les réglages du système.',
    },
    'microphone-blocked-by-system': {
      heading: 'Votre système bloque le micro',
      help: 'Autorisez-la dans les réglages du système.',
    },
    'microphone-denied': {
      heading: 'Votre micro est bloqué',
      help: 'Autorisez le micro dans la barre d’adresse.',
    },
    'microphone-not-found': {
      heading: 'Aucun micro trouvé',
      help: 'Branchez-en une, puis réessayez.',
    },
    'microphone-busy': {
      heading: 'Votre micro est utilisé',
      help: 'Fermez l’autre programme qui l’utilise.',
    },
    'microphone-insecure': {
      heading: 'Le micro exige une page sécurisée',
      help: 'Ouvrez cette page en https.',
    },
    'microphone-not-allowed-here': {
      heading: 'Cette page n’autorise pas le micro',
      help: 'Ouvrez la salle dans son propre onglet.',
    },
    'microphone-failed': { heading: 'Votre voix n’a pas pu être envoyée', help: 'Réessayez.' },
    'screen-failed': { heading: 'Votre écran n’a pas pu être partagé', help: 'Réessayez.' },
    'screen-blocked-by-system': {
      heading: 'Votre système bloque le partage d’écran',
      help: 'Autorisez votre navigateur à enregistrer l’écran dans les réglages du système.',
    },
  },
  refusals: {
    signIn: { heading: 'Connectez-vous d’abord', help: 'Revenez ensuite sur cette page.' },
    notAllowed: {
      heading: 'Cette salle ne vous est pas ouverte',
      help: 'Demandez à ses responsables de vous laisser entrer.',
    },
    denied: {
      heading: 'On ne vous a pas laissé entrer',
      help: 'Demandez à l’hôte ou réessayez plus tard.',
    },
    unknown: {
      heading: 'Cette salle n’existe pas',
      help: 'Vérifiez le lien reçu ou demandez-en un nouveau.',
    },
    tooOften: { heading: 'C’était un peu rapide', help: 'Attendez une minute, puis réessayez.' },
    ailing: {
      heading: 'Le service vidéo ne répond pas',
      help: 'Ce n’est pas votre faute. Réessayez dans quelques minutes.',
    },
  },
}
