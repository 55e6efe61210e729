import type { Page } from 'playwright-core'

/** What tests look at in an event of an OpenTok.js session. */
export type SessionEvent = {
  changedProperty: string | undefined
  newValue: unknown
  connectionId: string | undefined
  streamId: string | undefined
}

/**
 * Listens for an event of the session of a page. Await this before what causes the event: otherwise the event may be there
 * before the listener.
 */
export async function listenFor(
  page: Page,
  type: string,
): Promise<{ comes(): Promise<SessionEvent> }> {
  const listener = await page.evaluateHandle((name) => {
    const session = Reflect.get(globalThis, 'session')
    const came = new Promise<SessionEvent>((resolve) => {
      session.once(name, (event: Record<string, Record<string, string>>) =>
        resolve({
          changedProperty: event['changedProperty'] as string | undefined,
          newValue: event['newValue'],
          connectionId: event['connection']?.['connectionId'],
          streamId: event['stream']?.['streamId'],
        }),
      )
    })
    return { came }
  }, type)
  return { comes: () => listener.evaluate(({ came }) => came) }
}
