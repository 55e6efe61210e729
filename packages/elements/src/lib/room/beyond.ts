import { callOf, type Room, type RoomError, type RoomState } from '@ot-room/room'
import type { Preview } from '@ot-room/room/preview'
import type { TemplateResult } from 'lit'
import { defineCall } from '../define/define-call.ts'
import { callStrings, talkStrings } from '../strings/call-strings.ts'
import { createTalkWords } from '../strings/talk/talk-words.ts'
import type { View } from '../view/view.ts'
import type { Strings } from '../strings/en.ts'
import type { LobbyStrings } from '../strings/lobby-en.ts'
import { pressKey } from '../toolbar/shortcuts.ts'
import { announcements } from './announcements.ts'
import { callView } from './call-view.ts'
import { deviceToasts, staleKeys } from './device-toasts.ts'
import { noticesView } from './notices.ts'
import { outcomeView } from './outcome-view.ts'
import {
  failedOutcome,
  joiningOutcome,
  leftOutcome,
  waitingOutcome,
  type Ways,
} from './outcomes.ts'
import { staleStanding, standingToasts } from './standing-toasts.ts'
import { talkNews } from './talk-news.ts'
import { createToasts, type Toast } from './toasts.ts'

/** What is shown of one room beyond the lobby is made of this. */
export interface BeyondContext {
  readonly room: Room
  readonly preview: Preview
  readonly view: View
  strings(): LobbyStrings
  /** Of these words, as the page has it. */
  language(): string
  readonly ways: Ways
  /** It is to be shown again. */
  changed(): void
  /** A screen reader is to be told. */
  say(text: string): void
}

/** A room beyond the lobby. */
export interface Beyond {
  /** The words of a call, and of talking in it. */
  strings(): Strings
  /** One view for each phase after the lobby. */
  view(state: Exclude<RoomState, { phase: 'lobby' }>): TemplateResult
  /** What is to be said of what has happened since the last time; empty for nothing. */
  news(state: RoomState): string
  /** Something that was asked for in the room did not work. */
  failed(error: RoomError): void
  pressed(key: KeyboardEvent): void
}

export { beyondStyles } from './beyond.styles.ts'

// Whoever has fetched this file is about to see a call.
defineCall()

/** Shows one room, and remembers which of its notices the visitor has closed. */
export function createBeyond(context: BeyondContext): Beyond {
  const { room, preview, view, ways, changed, say } = context
  const toasts = createToasts(changed)
  const dismissed = new WeakSet<RoomError>()
  let told: RoomState = { phase: 'lobby' }
  const talkWords = createTalkWords(changed)
  const strings = (): Strings =>
    talkWords.complete(callStrings(context.strings()), context.language())

  // Whoever waits sees themselves.
  preview.subscribe(() => {
    if (room.state.phase === 'waiting') changed()
  })

  function put(toast: Toast): void {
    toasts.put(toast)
    say(toast.text(strings()))
  }
  function failed(error: RoomError): void {
    put({
      key: 'trouble',
      text: (words) => `${words.errors[error.code].heading}. ${words.errors[error.code].help}`,
      actions: [],
    })
  }

  return {
    strings,
    view(state) {
      const words = strings()
      switch (state.phase) {
        case 'joining':
          return outcomeView(joiningOutcome(state, words, ways))
        case 'waiting':
          return outcomeView(waitingOutcome(preview.state.picture, words, ways))
        case 'connected':
        case 'reconnecting':
          return callView({
            view,
            captions: state.captions,
            recording: state.recordings.length > 0 ? talkStrings(words).recording : undefined,
            notices: noticesView({
              room,
              call: state,
              strings: words,
              toasts,
              failed,
              dismissal: {
                isDismissed: (error) => dismissed.has(error),
                dismiss(error) {
                  dismissed.add(error)
                  changed()
                },
              },
            }),
          })
        case 'left':
          return outcomeView(leftOutcome(state, words, ways))
        case 'failed':
          return outcomeView(failedOutcome(state, words, ways))
        default:
          return state satisfies never
      }
    },
    news(state) {
      const before = told
      told = state
      if (before === state) return ''
      const was = callOf(before)
      const is = callOf(state)
      if (!is) toasts.clear()
      const news = is
        ? [...(was ? deviceToasts(was, is, { room, put }) : []), ...standingToasts(was, is, room)]
        : []
      if (was && is) {
        for (const key of [...staleKeys(was, is), ...staleStanding(is)]) toasts.drop(key)
      }
      for (const toast of news) toasts.put(toast)
      const texts = news.map(({ text }) => text(strings()))
      const said = was && is ? talkNews(was, is, strings()) : []
      return spoken([...announcements(before, state, strings()), ...said, ...texts])
    },
    failed,
    pressed: (key) => pressKey(key, { room, view }),
  }
}

/** One text of several, each a sentence of its own. */
function spoken(texts: readonly string[]): string {
  return texts.reduce((all, text) => {
    if (all === '') return text
    return /[.!?…。！？]$/.test(all) ? `${all} ${text}` : `${all}. ${text}`
  }, '')
}
