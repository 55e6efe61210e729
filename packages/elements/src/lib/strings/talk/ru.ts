import { plural } from '../plural.ts'
import type { TalkStrings } from './en.ts'

/** Russian. */
export const ru: TalkStrings = {
  chat: 'Чат',
  chatEmpty: 'Сообщений пока нет',
  chatHint: 'Всё, что вы пишете, читают все в комнате.',
  chatField: 'Сообщение для всех',
  send: 'Отправить',
  unread: (count: number) =>
    plural('ru', count, {
      one: `${count} новое сообщение`,
      few: `${count} новых сообщения`,
      many: `${count} новых сообщений`,
      other: `${count} нового сообщения`,
    }),
  saidMessage: (name: string, text: string) => `${name} пишет: ${text}`,
  peopleHeading: 'Люди',
  raiseHand: 'Поднять руку',
  lowerHand: 'Опустить руку',
  handUp: 'рука поднята',
  saidHand: (name: string) => `${name} поднимает руку`,
  reactions: 'Реакции',
  saidReaction: (name: string, reaction: string) => `${name}: ${reaction}`,
  reactionNames: {
    '👍': 'Палец вверх',
    '👏': 'Аплодисменты',
    '❤️': 'Сердце',
    '😂': 'Смех',
    '😮': 'Удивление',
    '🎉': 'Праздник',
  },
  muteOne: (name: string) => `Выключить микрофон: ${name}`,
  muteOthers: 'Выключить микрофоны всех остальных',
  remove: 'Удалить',
  removeOne: (name: string) => `Удалить: ${name}`,
  removeQuestion: (name: string) => `Удалить участника ${name} из комнаты?`,
  ban: 'Удалить и не впускать',
  end: 'Завершить для всех',
  endQuestion: 'Завершить звонок для всех?',
  record: 'Начать запись',
  stopRecording: 'Остановить запись',
  recording: 'Идёт запись',
  recordingBegan: 'Этот звонок записывается.',
  recordingEnded: 'Запись закончена.',
}
