import type { OtRoom } from 'ot-room'
import type { RoomVisitor } from './room-page.ts'

/** What `afterEach` is told of a test; the types of Node leave out how it went. */
export type EndedTest = { readonly passed?: boolean; diagnostic(message: string): void }

/** Says of each visitor of a test that failed what they see, and what their page asked for last. */
export async function tellOfTrouble(
  test: EndedTest,
  visitors: readonly RoomVisitor[],
): Promise<void> {
  if (test.passed) return
  for (const { room, errors, requests } of visitors) {
    const state = await room
      .evaluate((element) => JSON.stringify((element as OtRoom).state))
      .catch(String)
    test.diagnostic(`state: ${state}`)
    test.diagnostic(`errors: ${errors.slice(-4).join('\n')}`)
    test.diagnostic(`last asked for: ${requests.slice(-8).join(' ')}`)
  }
}
