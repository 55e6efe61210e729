import type { ReactionKind } from '@ot-room/room'
import { plural } from '../plural.ts'
import type { Words } from '../lobby-en.ts'

/** What is said of talking, acting and hosting in a call, in English; in other languages it is fetched with the call. */
export const talkEn = {
  chat: 'Chat',
  chatEmpty: 'No messages yet',
  chatHint: 'Everybody in the room reads what you write.',
  chatField: 'Message to everybody',
  send: 'Send',
  unread: (count: number) =>
    plural('en', count, { one: `${count} new message`, other: `${count} new messages` }),
  /** What a screen reader hears of a message. */
  saidMessage: (name: string, text: string) => `${name} writes: ${text}`,

  peopleHeading: 'People',
  raiseHand: 'Raise hand',
  lowerHand: 'Lower hand',
  handUp: 'hand raised',
  saidHand: (name: string) => `${name} raised a hand`,

  reactions: 'Reactions',
  saidReaction: (name: string, reaction: string) => `${name}: ${reaction}`,
  reactionNames: {
    '👍': 'Thumbs up',
    '👏': 'Applause',
    '❤️': 'Heart',
    '😂': 'Laughing',
    '😮': 'Surprised',
    '🎉': 'Party popper',
  } satisfies Record<ReactionKind, string>,

  muteOne: (name: string) => `Mute ${name}`,
  muteOthers: 'Mute everybody else',
  remove: 'Remove',
  removeOne: (name: string) => `Remove ${name}`,
  removeQuestion: (name: string) => `Remove ${name} from the room?`,
  ban: 'Remove and keep out',
  end: 'End for everybody',
  endQuestion: 'End the call for everybody?',

  record: 'Record',
  stopRecording: 'Stop recording',
  recording: 'Recording',
  recordingBegan: 'This call is being recorded.',
  recordingEnded: 'The recording has ended.',

  captions: 'Captions',
  showCaptions: 'Show captions',
  hideCaptions: 'Hide captions',
  captionsEmpty: 'What others say appears here.',
  startCaptions: 'Start captions',
  stopCaptions: 'Stop captions',
  spokenLanguage: 'Spoken language',
  captionsBegan: 'Captions are on: what is said here is written down.',
  captionsEnded: 'Captions are off.',
} as const

/** These words in one language. */
export type TalkStrings = Words<typeof talkEn>
