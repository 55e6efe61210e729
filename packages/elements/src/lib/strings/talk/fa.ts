import { plural } from '../plural.ts'
import type { TalkStrings } from './en.ts'

/** Persian. */
export const fa: TalkStrings = {
  chat: 'گفتگو',
  chatEmpty: 'هنوز پیامی نیست',
  chatHint: 'هرچه بنویسید همهٔ افراد اتاق می‌خوانند.',
  chatField: 'پیام به همه',
  send: 'فرستادن',
  unread: (count: number) =>
    plural('fa', count, { one: `${count} پیام تازه`, other: `${count} پیام تازه` }),
  saidMessage: (name: string, text: string) => `${name} می‌نویسد: ${text}`,
  peopleHeading: 'افراد',
  raiseHand: 'بالا بردن دست',
  lowerHand: 'پایین آوردن دست',
  handUp: 'دست بالا',
  saidHand: (name: string) => `${name} دستش را بالا برد`,
  reactions: 'واکنش‌ها',
  saidReaction: (name: string, reaction: string) => `${name}: ${reaction}`,
  reactionNames: {
    '👍': 'پسندیدن',
    '👏': 'تشویق',
    '❤️': 'قلب',
    '😂': 'خنده',
    '😮': 'شگفتی',
    '🎉': 'جشن',
  },
  muteOne: (name: string) => `بی‌صدا کردن ${name}`,
  muteOthers: 'بی‌صدا کردن همهٔ دیگران',
  remove: 'بیرون کردن',
  removeOne: (name: string) => `بیرون کردن ${name}`,
  removeQuestion: (name: string) => `${name} از اتاق بیرون شود؟`,
  ban: 'بیرون کردن و راه ندادن',
  end: 'پایان برای همه',
  endQuestion: 'تماس برای همه پایان یابد؟',
  record: 'ضبط',
  stopRecording: 'پایان ضبط',
  recording: 'در حال ضبط',
  recordingBegan: 'این تماس ضبط می‌شود.',
  recordingEnded: 'ضبط پایان یافت.',
}
