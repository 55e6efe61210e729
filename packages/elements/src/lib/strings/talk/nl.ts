import { plural } from '../plural.ts'
import type { TalkStrings } from './en.ts'

/** Dutch. */
export const nl: TalkStrings = {
  chat: 'Chat',
  chatEmpty: 'Nog geen berichten',
  chatHint: 'Iedereen in de ruimte leest wat u schrijft.',
  chatField: 'Bericht aan iedereen',
  send: 'Verzenden',
  unread: (count: number) =>
    plural('nl', count, { one: `${count} nieuw bericht`, other: `${count} nieuwe berichten` }),
  saidMessage: (name: string, text: string) => `${name} schrijft: ${text}`,
  peopleHeading: 'Mensen',
  raiseHand: 'Hand opsteken',
  lowerHand: 'Hand laten zakken',
  handUp: 'hand opgestoken',
  saidHand: (name: string) => `${name} steekt een hand op`,
  reactions: 'Reacties',
  saidReaction: (name: string, reaction: string) => `${name}: ${reaction}`,
  reactionNames: {
    '👍': 'Duim omhoog',
    '👏': 'Applaus',
    '❤️': 'Hart',
    '😂': 'Lachen',
    '😮': 'Verrast',
    '🎉': 'Confetti',
  },
  muteOne: (name: string) => `${name} dempen`,
  muteOthers: 'Alle anderen dempen',
  remove: 'Verwijderen',
  removeOne: (name: string) => `${name} verwijderen`,
  removeQuestion: (name: string) => `${name} uit de ruimte verwijderen?`,
  ban: 'Verwijderen en buitensluiten',
  end: 'Voor iedereen beëindigen',
  endQuestion: 'Het gesprek voor iedereen beëindigen?',
  record: 'Opnemen',
  stopRecording: 'Opname stoppen',
  recording: 'Opname loopt',
  recordingBegan: 'Dit gesprek wordt opgenomen.',
  recordingEnded: 'De opname is beëindigd.',
}
