import { plural } from '../plural.ts'
import type { TalkStrings } from './en.ts'

/** Hebrew. */
export const he: TalkStrings = {
  chat: 'צ׳אט',
  chatEmpty: 'אין עדיין הודעות',
  chatHint: 'כל מי שבחדר יקרא את מה שתכתבו.',
  chatField: 'הודעה לכולם',
  send: 'שליחה',
  unread: (count: number) =>
    plural('he', count, {
      one: 'הודעה חדשה אחת',
      two: 'שתי הודעות חדשות',
      other: `${count} הודעות חדשות`,
    }),
  saidMessage: (name: string, text: string) => `הודעה מאת ${name}: ${text}`,
  peopleHeading: 'אנשים',
  raiseHand: 'הרמת יד',
  lowerHand: 'הורדת יד',
  handUp: 'יד מורמת',
  saidHand: (name: string) => `${name} הרים יד`,
  reactions: 'תגובות',
  saidReaction: (name: string, reaction: string) => `${name}: ${reaction}`,
  reactionNames: {
    '👍': 'אגודל למעלה',
    '👏': 'מחיאות כפיים',
    '❤️': 'לב',
    '😂': 'צחוק',
    '😮': 'הפתעה',
    '🎉': 'חגיגה',
  },
  muteOne: (name: string) => `השתקת ${name}`,
  muteOthers: 'השתקת כל האחרים',
  remove: 'הוצאה',
  removeOne: (name: string) => `הוצאת ${name}`,
  removeQuestion: (name: string) => `להוציא את ${name} מהחדר?`,
  ban: 'הוצאה וחסימה',
  end: 'סיום לכולם',
  endQuestion: 'לסיים את השיחה לכולם?',
  record: 'הקלטה',
  stopRecording: 'הפסקת הקלטה',
  recording: 'מקליטים',
  recordingBegan: 'השיחה הזו מוקלטת.',
  recordingEnded: 'ההקלטה הסתיימה.',
}
