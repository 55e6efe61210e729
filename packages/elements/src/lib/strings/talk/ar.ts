import { plural } from '../plural.ts'
import type { TalkStrings } from './en.ts'

/** Arabic. */
export const ar: TalkStrings = {
  chat: 'الدردشة',
  chatEmpty: 'لا رسائل بعد',
  chatHint: 'يقرأ كل من في الغرفة ما تكتبه.',
  chatField: 'رسالة إلى الجميع',
  send: 'إرسال',
  unread: (count: number) =>
    plural('ar', count, {
      zero: 'لا رسائل جديدة',
      one: 'رسالة جديدة واحدة',
      two: 'رسالتان جديدتان',
      few: `${count} رسائل جديدة`,
      many: `${count} رسالة جديدة`,
      other: `${count} رسالة جديدة`,
    }),
  saidMessage: (name: string, text: string) => `رسالة من ${name}: ${text}`,
  peopleHeading: 'الأشخاص',
  raiseHand: 'رفع اليد',
  lowerHand: 'خفض اليد',
  handUp: 'اليد مرفوعة',
  saidHand: (name: string) => `رفع ${name} يده`,
  reactions: 'التفاعلات',
  saidReaction: (name: string, reaction: string) => `${name}: ${reaction}`,
  reactionNames: {
    '👍': 'إبهام مرفوع',
    '👏': 'تصفيق',
    '❤️': 'قلب',
    '😂': 'ضحك',
    '😮': 'دهشة',
    '🎉': 'احتفال',
  },
  muteOne: (name: string) => `كتم ${name}`,
  muteOthers: 'كتم جميع الآخرين',
  remove: 'إخراج',
  removeOne: (name: string) => `إخراج ${name}`,
  removeQuestion: (name: string) => `هل تريد إخراج ${name} من الغرفة؟`,
  ban: 'إخراج ومنع العودة',
  end: 'إنهاء للجميع',
  endQuestion: 'هل تريد إنهاء المكالمة للجميع؟',
  record: 'تسجيل',
  stopRecording: 'إيقاف التسجيل',
  recording: 'جارٍ التسجيل',
  recordingBegan: 'يجري تسجيل هذه المكالمة.',
  recordingEnded: 'انتهى التسجيل.',
}
