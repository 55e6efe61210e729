import type OT from '@opentok/client'

type Listener = (event: OT.Event<string, unknown>) => void

/** Listens until the signal aborts; the session object outlives a stay, and so do OpenTok.js's own listeners on it. */
export function sessionListener(session: OT.Session, signal: AbortSignal): OT.Session['on'] {
  const listen = (name: string, listener: Listener): void => {
    session.on(name, listener)
    signal.addEventListener('abort', () => session.off(name, listener))
  }
  // Hands both arguments on as they are, so it takes what `on` takes by name.
  return listen as OT.Session['on']
}
