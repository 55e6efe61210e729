import { plural } from '../plural.ts'
import type { TalkStrings } from './en.ts'

/** Swedish. */
export const sv: TalkStrings = {
  chat: 'Chatt',
  chatEmpty: 'Inga meddelanden än',
  chatHint: 'Alla i rummet läser det du skriver.',
  chatField: 'Meddelande till alla',
  send: 'Skicka',
  unread: (count: number) =>
    plural('sv', count, { one: `${count} nytt meddelande`, other: `${count} nya meddelanden` }),
  saidMessage: (name: string, text: string) => `${name} skriver: ${text}`,
  peopleHeading: 'Personer',
  raiseHand: 'Räck upp handen',
  lowerHand: 'Ta ner handen',
  handUp: 'uppräckt hand',
  saidHand: (name: string) => `${name} räckte upp handen`,
  reactions: 'Reaktioner',
  saidReaction: (name: string, reaction: string) => `${name}: ${reaction}`,
  reactionNames: {
    '👍': 'Tummen upp',
    '👏': 'Applåder',
    '❤️': 'Hjärta',
    '😂': 'Skratt',
    '😮': 'Förvåning',
    '🎉': 'Konfetti',
  },
  muteOne: (name: string) => `Tysta ${name}`,
  muteOthers: 'Tysta alla andra',
  remove: 'Ta bort',
  removeOne: (name: string) => `Ta bort ${name}`,
  removeQuestion: (name: string) => `Ta bort ${name} från rummet?`,
  ban: 'Ta bort och stäng ute',
  end: 'Avsluta för alla',
  endQuestion: 'Avsluta samtalet för alla?',
  record: 'Spela in',
  stopRecording: 'Sluta spela in',
  recording: 'Spelar in',
  recordingBegan: 'Samtalet spelas in.',
  recordingEnded: 'Inspelningen har avslutats.',
}
