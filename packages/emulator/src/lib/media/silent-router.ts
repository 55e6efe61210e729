import type { MediaListener, MediaRouter } from './media-router.ts'

/** A media router that takes no media, but says that it does: for clients that only signal. */
export function createSilentRouter({ event }: MediaListener): MediaRouter {
  return {
    perform: (sessionId, command) => {
      if (command.type === 'open-publisher')
        event(sessionId, { type: 'connected', leg: command.leg })
    },
    crash: () => undefined,
    clear: () => undefined,
    close: () => Promise.resolve(),
  }
}
