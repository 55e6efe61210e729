import type { Sessions, TokenOptions } from './checks/sessions.ts'
import type { Owner, RunningSdk } from './sdk.ts'
import type { Stage } from './stage.ts'
import type { Ticket, Visitor } from './visitor.ts'

/** Where the rows of one SDK play: a routed session that it made, with two people in it. */
export interface Scene<Verbs> {
  readonly stage: Stage
  readonly sdk: Verbs
  readonly applicationId: string
  readonly owner: Owner
  readonly sessionId: string
  readonly alice: Visitor
  readonly bob: Visitor
  /** Credentials of one more visitor of the session. */
  ticket(options?: TokenOptions): Promise<Ticket>
  /** Forgets what was heard so far, so that a row waits for its own events. */
  forget(): void
  close(): Promise<void>
}

export async function openScene<Verbs extends Sessions>(
  stage: Stage,
  { verbs: sdk, applicationId, owner }: RunningSdk<Verbs>,
): Promise<Scene<Verbs>> {
  const { sessionId } = await sdk.createSession({ mediaMode: 'routed' })
  const ticket = async (options: TokenOptions = {}) => {
    return { applicationId, sessionId, token: await sdk.token(sessionId, options) }
  }
  const alice = await stage.alice.join(await ticket())
  const bob = await stage.bob.join(await ticket())
  const visitors = [alice, bob]
  return {
    stage,
    sdk,
    applicationId,
    owner,
    sessionId,
    alice,
    bob,
    ticket,
    forget: () => visitors.forEach((visitor) => visitor.forget()),
    close: async () => {
      await Promise.all(visitors.map((visitor) => visitor.leave()))
    },
  }
}
