import type { Message } from '../session/message.ts'
import type { Answer } from '../session/outcome.ts'
import { platform as nobody } from '../session/sender.ts'
import type { Platform } from './platform.ts'

/** Asks a session for something in the name of the platform, and tells what it answered. */
export function askSession(platform: Platform, sessionId: string, message: Message): Answer {
  const answers: Answer[] = []
  const reply = (answer: Answer) => void answers.push(answer)
  platform.dispatch(sessionId, { from: nobody, message, reply })
  const [answer] = answers
  if (answer === undefined) throw new Error(`The message ${message.type} was not answered`)
  return answer
}
