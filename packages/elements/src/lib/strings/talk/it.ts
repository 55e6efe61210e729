import { plural } from '../plural.ts'
import type { TalkStrings } from './en.ts'

/** Italian. */
export const it: TalkStrings = {
  chat: 'Chat',
  chatEmpty: 'Ancora nessun messaggio',
  chatHint: 'Tutti nella sala leggono quello che scrivi.',
  chatField: 'Messaggio per tutti',
  send: 'Invia',
  unread: (count: number) =>
    plural('it', count, {
      one: `${count} nuovo messaggio`,
      many: `${count} di nuovi messaggi`,
      other: `${count} nuovi messaggi`,
    }),
  saidMessage: (name: string, text: string) => `${name} scrive: ${text}`,
  peopleHeading: 'Persone',
  raiseHand: 'Alza la mano',
  lowerHand: 'Abbassa la mano',
  handUp: 'mano alzata',
  saidHand: (name: string) => `${name} ha alzato la mano`,
  reactions: 'Reazioni',
  saidReaction: (name: string, reaction: string) => `${name}: ${reaction}`,
  reactionNames: {
    '👍': 'Pollice in su',
    '👏': 'Applauso',
    '❤️': 'Cuore',
    '😂': 'Risata',
    '😮': 'Sorpresa',
    '🎉': 'Coriandoli',
  },
  muteOne: (name: string) => `Disattiva il microfono di ${name}`,
  muteOthers: 'Disattiva tutti gli altri microfoni',
  remove: 'Rimuovi',
  removeOne: (name: string) => `Rimuovi ${name}`,
  removeQuestion: (name: string) => `Rimuovere ${name} dalla sala?`,
  ban: 'Rimuovi e blocca',
  end: 'Termina per tutti',
  endQuestion: 'Terminare la chiamata per tutti?',
  record: 'Registra',
  stopRecording: 'Interrompi registrazione',
  recording: 'Registrazione in corso',
  recordingBegan: 'Questa chiamata viene registrata.',
  recordingEnded: 'La registrazione è terminata.',
}
