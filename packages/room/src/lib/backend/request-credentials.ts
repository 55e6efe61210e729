import { pause } from '../async/pause.ts'
import { untilItWorks } from '../async/until-it-works.ts'
import type { Credentials } from './credentials.ts'
import { askToJoin, type JoinAnswer, type JoinRequest } from './join-request.ts'

/** The backend answers those who wait after 20 seconds at the latest; milliseconds. */
const patience = 45_000
/** A backend that does not keep the question open is not asked more often; milliseconds. */
const pace = 2000

/**
 * Gets credentials, if need be after a host has let the visitor in.
 *
 * Throws what `askToJoin` does; a network that fails while somebody waits is waited for.
 */
export async function requestCredentials(request: JoinRequest): Promise<Credentials> {
  const { signal, onWaiting } = request
  let answer: JoinAnswer = await askToJoin(request)
  if ('ticket' in answer) onWaiting(answer.ticket)
  while ('ticket' in answer) {
    const { ticket } = answer
    const asked = performance.now()
    const again = { ...request, ticket }
    answer = await untilItWorks(() => askToJoin(again, { body: { wait: true }, patience }), signal)
    const early = asked + pace - performance.now()
    if ('ticket' in answer && early > 0) await pause(early, signal)
  }
  return answer.credentials
}
