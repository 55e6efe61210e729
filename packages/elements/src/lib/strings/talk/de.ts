import { plural } from '../plural.ts'
import type { TalkStrings } from './en.ts'

/** German. */
export const de: TalkStrings = {
  chat: 'Chat',
  chatEmpty: 'Noch keine Nachrichten',
  chatHint: 'Alle im Raum lesen, was Sie schreiben.',
  chatField: 'Nachricht an alle',
  send: 'Senden',
  unread: (count: number) =>
    plural('de', count, { one: `${count} neue Nachricht`, other: `${count} neue Nachrichten` }),
  saidMessage: (name: string, text: string) => `${name} schreibt: ${text}`,
  peopleHeading: 'Personen',
  raiseHand: 'Hand heben',
  lowerHand: 'Hand senken',
  handUp: 'Hand gehoben',
  saidHand: (name: string) => `${name} hebt die Hand`,
  reactions: 'Reaktionen',
  saidReaction: (name: string, reaction: string) => `${name}: ${reaction}`,
  reactionNames: {
    '👍': 'Daumen hoch',
    '👏': 'Applaus',
    '❤️': 'Herz',
    '😂': 'Lachen',
    '😮': 'Überrascht',
    '🎉': 'Konfetti',
  },
  muteOne: (name: string) => `${name} stummschalten`,
  muteOthers: 'Alle anderen stummschalten',
  remove: 'Entfernen',
  removeOne: (name: string) => `${name} entfernen`,
  removeQuestion: (name: string) => `${name} aus dem Raum entfernen?`,
  ban: 'Entfernen und aussperren',
  end: 'Für alle beenden',
  endQuestion: 'Den Anruf für alle beenden?',
  record: 'Aufzeichnen',
  stopRecording: 'Aufzeichnung beenden',
  recording: 'Aufzeichnung läuft',
  recordingBegan: 'Dieser Anruf wird aufgezeichnet.',
  recordingEnded: 'Die Aufzeichnung ist beendet.',
}
