import { plural } from '../plural.ts'
import type { TalkStrings } from './en.ts'

/** Ukrainian. */
export const uk: TalkStrings = {
  chat: 'Чат',
  chatEmpty: 'Повідомлень ще немає',
  chatHint: 'Усе, що ви пишете, читають усі в кімнаті.',
  chatField: 'Повідомлення для всіх',
  send: 'Надіслати',
  unread: (count: number) =>
    plural('uk', count, {
      one: `${count} нове повідомлення`,
      few: `${count} нові повідомлення`,
      many: `${count} нових повідомлень`,
      other: `${count} нового повідомлення`,
    }),
  saidMessage: (name: string, text: string) => `${name} пише: ${text}`,
  peopleHeading: 'Люди',
  raiseHand: 'Підняти руку',
  lowerHand: 'Опустити руку',
  handUp: 'руку піднято',
  saidHand: (name: string) => `${name} піднімає руку`,
  reactions: 'Реакції',
  saidReaction: (name: string, reaction: string) => `${name}: ${reaction}`,
  reactionNames: {
    '👍': 'Палець угору',
    '👏': 'Оплески',
    '❤️': 'Серце',
    '😂': 'Сміх',
    '😮': 'Здивування',
    '🎉': 'Свято',
  },
  muteOne: (name: string) => `Вимкнути мікрофон: ${name}`,
  muteOthers: 'Вимкнути мікрофони всіх інших',
  remove: 'Вилучити',
  removeOne: (name: string) => `Вилучити: ${name}`,
  removeQuestion: (name: string) => `Вилучити учасника ${name} з кімнати?`,
  ban: 'Вилучити й не впускати',
  end: 'Завершити для всіх',
  endQuestion: 'Завершити дзвінок для всіх?',
  record: 'Почати запис',
  stopRecording: 'Зупинити запис',
  recording: 'Триває запис',
  recordingBegan: 'Цей дзвінок записується.',
  recordingEnded: 'Запис завершено.',
}
