import type { Call, Message } from '@ot-room/room'
import { talkStrings } from '../strings/call-strings.ts'
import type { Strings } from '../strings/en.ts'
import type { TalkStrings } from '../strings/talk/en.ts'

/** What a screen reader is told of talking, acting and hosting when one call follows another. */
export function talkNews(was: Call, is: Call, strings: Strings): readonly string[] {
  const words = talkStrings(strings)
  const nameOf = (id: string): string => {
    const person = is.participants.find((one) => one.id === id)
    return person?.self ? strings.you(undefined) : (person?.name ?? strings.guest)
  }
  const raised = new Set(was.hands.map(({ by }) => by))
  const seen = new Set(was.reactions.map(({ id }) => id))
  const stopped = was.recordings.length > 0 && is.recordings.length === 0
  return [
    ...newMessages(was, is).map(({ name, text }) => words.saidMessage(name ?? strings.guest, text)),
    ...is.hands.filter(({ by }) => !raised.has(by)).map(({ by }) => words.saidHand(nameOf(by))),
    ...is.reactions
      .filter(({ id }) => !seen.has(id))
      .map(({ by, kind }) => words.saidReaction(nameOf(by), words.reactionNames[kind])),
    ...captionNews(was, is, words),
    ...(stopped ? [words.recordingEnded] : []),
  ]
}

/** A toast tells those who do not read them. */
function captionNews({ captions: was }: Call, { captions: is }: Call, words: TalkStrings) {
  if (was.status === 'off' && is.status === 'read') return [words.captionsBegan]
  return was.status !== 'off' && is.status === 'off' ? [words.captionsEnded] : []
}

/** What was said before the visitor came is not news; the list has it. */
function newMessages({ messages: before }: Call, { messages }: Call): readonly Message[] {
  const known = new Set(before.map(({ id }) => id))
  return messages.filter(({ id, self, missed }) => !known.has(id) && !self && !missed)
}
