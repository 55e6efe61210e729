import { plural } from '../plural.ts'
import type { TalkStrings } from './en.ts'

/** Turkish. */
export const tr: TalkStrings = {
  chat: 'Sohbet',
  chatEmpty: 'Henüz ileti yok',
  chatHint: 'Yazdıklarınızı odadaki herkes okur.',
  chatField: 'Herkese ileti',
  send: 'Gönder',
  unread: (count: number) =>
    plural('tr', count, { one: `${count} yeni ileti`, other: `${count} yeni ileti` }),
  saidMessage: (name: string, text: string) => `${name} yazdı: ${text}`,
  peopleHeading: 'Kişiler',
  raiseHand: 'El kaldır',
  lowerHand: 'Eli indir',
  handUp: 'eli havada',
  saidHand: (name: string) => `${name} el kaldırdı`,
  reactions: 'Tepkiler',
  saidReaction: (name: string, reaction: string) => `${name}: ${reaction}`,
  reactionNames: {
    '👍': 'Beğeni',
    '👏': 'Alkış',
    '❤️': 'Kalp',
    '😂': 'Gülme',
    '😮': 'Şaşkınlık',
    '🎉': 'Kutlama',
  },
  muteOne: (name: string) => `Sesini kapat: ${name}`,
  muteOthers: 'Diğer herkesin sesini kapat',
  remove: 'Çıkar',
  removeOne: (name: string) => `Çıkar: ${name}`,
  removeQuestion: (name: string) => `${name} odadan çıkarılsın mı?`,
  ban: 'Çıkar ve bir daha alma',
  end: 'Herkes için bitir',
  endQuestion: 'Görüşme herkes için bitirilsin mi?',
  record: 'Kaydı başlat',
  stopRecording: 'Kaydı durdur',
  recording: 'Kaydediliyor',
  recordingBegan: 'Bu görüşme kaydediliyor.',
  recordingEnded: 'Kayıt sona erdi.',
}
