import { plural } from '../plural.ts'
import type { TalkStrings } from './en.ts'

/** Hindi. */
export const hi: TalkStrings = {
  chat: 'चैट',
  chatEmpty: 'अभी कोई संदेश नहीं',
  chatHint: 'आप जो लिखते हैं, वह कक्ष में सब पढ़ते हैं।',
  chatField: 'सबके लिए संदेश',
  send: 'भेजें',
  unread: (count: number) =>
    plural('hi', count, { one: `${count} नया संदेश`, other: `${count} नए संदेश` }),
  saidMessage: (name: string, text: string) => `${name} ने लिखा: ${text}`,
  peopleHeading: 'लोग',
  raiseHand: 'हाथ उठाएँ',
  lowerHand: 'हाथ नीचे करें',
  handUp: 'हाथ उठा हुआ',
  saidHand: (name: string) => `${name} ने हाथ उठाया`,
  reactions: 'प्रतिक्रियाएँ',
  saidReaction: (name: string, reaction: string) => `${name}: ${reaction}`,
  reactionNames: {
    '👍': 'अंगूठा ऊपर',
    '👏': 'तालियाँ',
    '❤️': 'दिल',
    '😂': 'हँसी',
    '😮': 'आश्चर्य',
    '🎉': 'जश्न',
  },
  muteOne: (name: string) => `${name} को मौन करें`,
  muteOthers: 'बाकी सबको मौन करें',
  remove: 'हटाएँ',
  removeOne: (name: string) => `${name} को हटाएँ`,
  removeQuestion: (name: string) => `${name} को कक्ष से हटाएँ?`,
  ban: 'हटाएँ और फिर न आने दें',
  end: 'सबके लिए समाप्त करें',
  endQuestion: 'सबके लिए कॉल समाप्त करें?',
  record: 'रिकॉर्ड करें',
  stopRecording: 'रिकॉर्डिंग रोकें',
  recording: 'रिकॉर्डिंग जारी',
  recordingBegan: 'यह कॉल रिकॉर्ड हो रही है।',
  recordingEnded: 'रिकॉर्डिंग समाप्त हुई।',
}
