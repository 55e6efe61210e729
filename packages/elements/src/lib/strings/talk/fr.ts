import { plural } from '../plural.ts'
import type { TalkStrings } from './en.ts'

/** French. */
export const fr: TalkStrings = {
  chat: 'Discussion',
  chatEmpty: 'Aucun message pour l’instant',
  chatHint: 'Tout le monde dans la salle lit ce que vous écrivez.',
  chatField: 'Message à tout le monde',
  send: 'Envoyer',
  unread: (count: number) =>
    plural('fr', count, {
      one: `${count} nouveau message`,
      many: `${count} de nouveaux messages`,
      other: `${count} nouveaux messages`,
    }),
  saidMessage: (name: string, text: string) => `${name} écrit : ${text}`,
  peopleHeading: 'Personnes',
  raiseHand: 'Lever la main',
  lowerHand: 'Baisser la main',
  handUp: 'main levée',
  saidHand: (name: string) => `${name} a levé la main`,
  reactions: 'Réactions',
  saidReaction: (name: string, reaction: string) => `${name} : ${reaction}`,
  reactionNames: {
    '👍': 'Pouce levé',
    '👏': 'Applaudissements',
    '❤️': 'Cœur',
    '😂': 'Rire',
    '😮': 'Surprise',
    '🎉': 'Confettis',
  },
  muteOne: (name: string) => `Couper le micro de ${name}`,
  muteOthers: 'Couper tous les autres micros',
  remove: 'Retirer',
  removeOne: (name: string) => `Retirer ${name}`,
  removeQuestion: (name: string) => `Retirer ${name} de la salle ?`,
  ban: 'Retirer et bloquer l’accès',
  end: 'Terminer pour tout le monde',
  endQuestion: 'Terminer l’appel pour tout le monde ?',
  record: 'Enregistrer',
  stopRecording: 'Arrêter l’enregistrement',
  recording: 'Enregistrement en cours',
  recordingBegan: 'Cet appel est en cours d’enregistrement.',
  recordingEnded: 'L’enregistrement est terminé.',
}
