import type { Platform } from '../platform/platform.ts'
import type { Line } from '../platform/switchboard.ts'
import type { Leave } from '../session/message.ts'
import type { Answer } from '../session/outcome.ts'
import { readRequest } from '../session/read-request.ts'
import type { Request } from '../session/read-request.ts'
import { decodeRaptor } from '../wire/raptor.ts'
import { headerOf } from '../wire/rumor.ts'
import type { Frame } from '../wire/rumor.ts'
import { admit } from './admission.ts'
import type { Applicant } from './admission.ts'

/** Takes one client's requests to the session it joined. */
export interface Desk {
  /** Carries out the request in a `message` frame, at once unless a token has to be checked; `reply` hears how it went. */
  serve(frame: Frame, reply: Reply): void | Promise<void>
  leave(reason: Leave['reason']): void
  /** Whether the client is in a session. */
  isSeated(): boolean
}

export interface DeskOptions {
  /** The way to the client. */
  readonly line: Line
  readonly now: () => number
  readonly log: (line: string) => void
}

type Reply = (answer: Answer) => void

/** Where a client is: a session, and the connection it is there. */
interface Seat {
  readonly sessionId: string
  readonly connectionId: string
  /** How the platform reaches the connection here; after a move it reaches it elsewhere. */
  readonly plugged: Line
}

export function createDesk(platform: Platform, { line, now, log }: DeskOptions): Desk {
  let seat: Seat | undefined

  const sit = (sessionId: string, connectionId: string) => {
    const plugged: Line = {
      push: (from, message) => line.push(from, message),
      hangUp: () => {
        seat = undefined
        line.hangUp()
      },
    }
    seat = { sessionId, connectionId, plugged }
    platform.switchboard.plug(sessionId, connectionId, plugged)
  }

  const enter = async (applicant: Applicant, reply: Reply) => {
    if (seat !== undefined) return reply(refusal(409, 'This socket is in a session already'))
    const admission = await admit(platform, applicant, { now: now() })
    if (admission.type === 'answer') return reply(admission)
    const { sessionId, connectionId } = applicant
    platform.dispatch(sessionId, {
      from: connectionId,
      message: admission,
      reply: (answer) => {
        if (answer.status === 200) {
          sit(sessionId, connectionId)
          log(`connection ${connectionId} joined as ${admission.role}`)
        }
        reply(answer)
      },
    })
  }

  return {
    serve: (frame, reply) => {
      const request = read(frame)
      if (request === undefined) return reply(refusal(400, 'The message cannot be read'))
      const { key, sessionId, ask } = request
      switch (ask.type) {
        case 'enter': {
          const { connectionId, content } = ask
          const token = headerOf(frame, 'X-TB-TOKEN-AUTH') ?? ''
          return enter({ key, sessionId, connectionId, token, content }, reply)
        }
        case 'message': {
          if (seat?.sessionId !== sessionId) {
            return reply(refusal(403, 'This socket has not joined that session'))
          }
          // The seat, not the header of the frame, says who is asking.
          const from = seat.connectionId
          return platform.dispatch(sessionId, { from, message: ask.message, reply })
        }
        case 'unknown':
          return reply(refusal(501, 'The emulator does not know this message'))
        default:
          return ask satisfies never
      }
    },
    leave: (reason) => {
      if (seat === undefined) return
      const { sessionId, connectionId, plugged } = seat
      seat = undefined
      if (platform.switchboard.line(sessionId, connectionId) !== plugged) {
        return platform.dispatch(sessionId, { from: connectionId, message: { type: 'settle' } })
      }
      platform.switchboard.unplug(sessionId, connectionId)
      platform.dispatch(sessionId, { from: connectionId, message: { type: 'leave', reason } })
      log(`connection ${connectionId} left: ${reason}`)
    },
    isSeated: () => seat !== undefined,
  }
}

function read(frame: Frame): Request | undefined {
  try {
    return readRequest(decodeRaptor(frame.data))
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function refusal(status: number, reason: string): Answer {
  return { type: 'answer', status, body: { reason } }
}
