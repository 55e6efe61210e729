import type { Context } from 'hono'
import type { Controls } from '../../control/controls.ts'
import { EmulatorError } from '../../error.ts'
import { refusal } from '../../rest/refusal.ts'

/** One request of the emulator's own API, which the real platform does not have. */
export interface ControlEndpoint {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  /** For the README. */
  readonly does: string
  readonly answer: (controls: Controls, context: Context) => Response | Promise<Response>
}

/** Answers 409 when what was asked cannot be done now. */
export function unlessRefused(answer: () => Response): Response {
  try {
    return answer()
  } catch (error) {
    if (!(error instanceof EmulatorError)) throw error
    return refusal(409, { message: error.message })
  }
}

/** The body, `undefined` when it is not JSON. */
export async function readBody(context: Context): Promise<unknown> {
  try {
    return await context.req.json()
  } catch {
    return undefined
  }
}
