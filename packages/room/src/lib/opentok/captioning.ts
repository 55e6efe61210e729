import type OT from '@opentok/client'
import type { Stay } from '../platform/video-platform.ts'
import type { Captions } from '../state/captions.ts'

/** What is written down in a session of what the visitor says, and shown to them of what others say. */
export interface Captioning {
  become(status: Captions['status']): void
  /** Whether a publisher that is about to be opened begins with it. */
  readonly isSent: boolean
  /** Whether a subscriber that is about to be made begins with it; OpenTok.js would ask for all there is. */
  readonly isRead: boolean
  /** What it is for from now on. */
  sends(publisher: OT.Publisher): void
  reads(subscriber: OT.Subscriber): void
}

/** Nothing is written down or shown before somebody wants it. */
export function createCaptioning(stay: Pick<Stay, 'onCaption'>): Captioning {
  const publishers = new Set<OT.Publisher>()
  const subscribers = new Set<OT.Subscriber>()
  let current: Captions['status'] = 'off'

  return {
    get isSent() {
      return current !== 'off'
    },
    get isRead() {
      return current === 'read'
    },
    become(status) {
      const before = current
      current = status
      // A stream that ends meanwhile has nothing to say any more.
      if ((before === 'off') !== (status === 'off')) {
        for (const one of publishers) one.publishCaptions(status !== 'off').catch(() => undefined)
      }
      if ((before === 'read') !== (status === 'read')) {
        for (const one of subscribers) {
          one.subscribeToCaptions(status === 'read').catch(() => undefined)
        }
      }
    },
    sends(publisher) {
      publishers.add(publisher)
      publisher.on('destroyed', () => publishers.delete(publisher))
    },
    reads(subscriber) {
      subscribers.add(subscriber)
      subscriber.on('destroyed', () => subscribers.delete(subscriber))
      subscriber.on('captionReceived', ({ streamId, caption: text, isFinal }) => {
        stay.onCaption({ streamId, text, state: isFinal ? 'complete' : 'growing' })
      })
    },
  }
}
