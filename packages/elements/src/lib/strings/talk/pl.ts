import { plural } from '../plural.ts'
import type { TalkStrings } from './en.ts'

/** Polish. */
export const pl: TalkStrings = {
  chat: 'Czat',
  chatEmpty: 'Nie ma jeszcze wiadomości',
  chatHint: 'To, co napiszesz, przeczytają wszyscy w pokoju.',
  chatField: 'Wiadomość do wszystkich',
  send: 'Wyślij',
  unread: (count: number) =>
    plural('pl', count, {
      one: `${count} nowa wiadomość`,
      few: `${count} nowe wiadomości`,
      many: `${count} nowych wiadomości`,
      other: `${count} nowej wiadomości`,
    }),
  saidMessage: (name: string, text: string) => `${name} pisze: ${text}`,
  peopleHeading: 'Osoby',
  raiseHand: 'Podnieś rękę',
  lowerHand: 'Opuść rękę',
  handUp: 'podniesiona ręka',
  saidHand: (name: string) => `${name} podnosi rękę`,
  reactions: 'Reakcje',
  saidReaction: (name: string, reaction: string) => `${name}: ${reaction}`,
  reactionNames: {
    '👍': 'Kciuk w górę',
    '👏': 'Brawa',
    '❤️': 'Serce',
    '😂': 'Śmiech',
    '😮': 'Zdziwienie',
    '🎉': 'Konfetti',
  },
  muteOne: (name: string) => `Wycisz: ${name}`,
  muteOthers: 'Wycisz wszystkich innych',
  remove: 'Usuń',
  removeOne: (name: string) => `Usuń: ${name}`,
  removeQuestion: (name: string) => `Usunąć z pokoju osobę ${name}?`,
  ban: 'Usuń i nie wpuszczaj',
  end: 'Zakończ dla wszystkich',
  endQuestion: 'Zakończyć rozmowę dla wszystkich?',
  record: 'Nagrywaj',
  stopRecording: 'Zakończ nagrywanie',
  recording: 'Nagrywanie',
  recordingBegan: 'Ta rozmowa jest nagrywana.',
  recordingEnded: 'Zakończono nagrywanie.',
}
