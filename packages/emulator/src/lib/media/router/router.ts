import type { TransportFactory } from '../../transport/transport.ts'
import type { MediaCommand, MediaEvent } from '../command.ts'
import { createGuestLeg } from './guest-leg.ts'
import type { GuestLeg } from './guest-leg.ts'
import { createListeningLeg } from './listening-leg.ts'
import type { ListeningLeg } from './listening-leg.ts'
import { createNetworks } from './networks.ts'
import { createPublisherLeg } from './publisher-leg.ts'
import type { PublisherLeg } from './publisher-leg.ts'
import { createRecordingLeg } from './recording-leg.ts'
import type { RecordingLeg } from './recording-leg.ts'
import { createSubscriberLeg } from './subscriber-leg.ts'
import type { SubscriberLeg } from './subscriber-leg.ts'

/** The media of one session. */
export interface Router {
  perform(command: MediaCommand): void
  /** Whether nobody publishes or watches. */
  isIdle(): boolean
  /** Does what is due; called some fifty times a second. */
  tick(now: number): void
  close(): void
}

interface RouterOptions {
  readonly transports: TransportFactory
  readonly emit: (event: MediaEvent) => void
}

const reportMs = 1000
// Until who has just come is looked at.
const latestMs = 250

export function createRouter({ transports, emit }: RouterOptions): Router {
  const publishers = new Map<string, PublisherLeg>()
  const subscribers = new Map<string, { readonly source: string; readonly leg: SubscriberLeg }>()
  const recordings = new Map<string, { readonly source: string; readonly leg: RecordingLeg }>()
  const guests = new Map<string, GuestLeg>()
  const listeners = new Map<string, { readonly source: string; readonly leg: ListeningLeg }>()
  const networks = createNetworks()
  let reportedAt = 0
  let dueAt = 0

  const close = (name: string) => {
    publishers.get(name)?.close()
    publishers.delete(name)
    guests.delete(name)
    subscribers.get(name)?.leg.close()
    subscribers.delete(name)
    recordings.get(name)?.leg.close()
    recordings.delete(name)
    listeners.get(name)?.leg.close()
    listeners.delete(name)
  }
  const follow = (name: string, publisher: PublisherLeg) => {
    const following = [...subscribers.values(), ...recordings.values(), ...listeners.values()]
    for (const { source, leg } of following) if (source === name) leg.follow(publisher)
  }
  const carryOut = (command: MediaCommand) => {
    switch (command.type) {
      case 'open-publisher': {
        close(command.leg)
        const links = networks.of(command.network)
        const publisher: PublisherLeg = createPublisherLeg(
          { leg: command.leg, transports, links, emit },
          () => follow(command.leg, publisher),
        )
        publishers.set(command.leg, publisher)
        return
      }
      case 'open-subscriber': {
        close(command.leg)
        const links = networks.of(command.network)
        const leg = createSubscriberLeg({
          leg: command.leg,
          transports,
          links,
          emit,
          opened: command,
        })
        subscribers.set(command.leg, { source: command.source, leg })
        const publisher = publishers.get(command.source)
        if (publisher !== undefined && publisher.tracks.length > 0) leg.follow(publisher)
        return
      }
      case 'record': {
        const leg = createRecordingLeg(command, emit)
        recordings.set(command.leg, { source: command.source, leg })
        const publisher = publishers.get(command.source)
        if (publisher !== undefined && publisher.tracks.length > 0) leg.follow(publisher)
        return
      }
      case 'listen': {
        const leg = createListeningLeg(command, emit)
        listeners.set(command.leg, { source: command.source, leg })
        const publisher = publishers.get(command.source)
        if (publisher !== undefined) leg.follow(publisher)
        return
      }
      case 'open-guest': {
        close(command.leg)
        const guest = createGuestLeg(command, emit)
        guests.set(command.leg, guest)
        publishers.set(command.leg, guest)
        return follow(command.leg, guest)
      }
      case 'play':
        return guests.get(command.leg)?.play(command.frame)
      case 'negotiate':
        publishers.get(command.leg)?.negotiate(command)
        subscribers.get(command.leg)?.leg.negotiate(command)
        return
      case 'want':
        return subscribers.get(command.leg)?.leg.want(command.wants)
      case 'close':
        return close(command.leg)
      case 'impair':
        return void networks.of(command.network)
      default:
        return command satisfies never
    }
  }

  return {
    perform: (command) => {
      try {
        carryOut(command)
      } catch (error) {
        // What a client says about itself may be anything.
        if (!('leg' in command)) throw error
        const reason = error instanceof Error ? error.message : String(error)
        emit({ type: 'failed', leg: command.leg, reason })
      }
    },
    isIdle: () => publishers.size + subscribers.size + recordings.size + listeners.size === 0,
    tick: (now) => {
      const isTimeToReport = now - reportedAt >= reportMs
      if (isTimeToReport) reportedAt = now
      for (const publisher of publishers.values()) {
        publisher.repair(now)
        if (isTimeToReport) publisher.report(now)
      }
      if (now >= dueAt) {
        dueAt = now + latestMs
        for (const { leg } of subscribers.values()) dueAt = Math.min(dueAt, leg.tick(now))
      }
      for (const { leg } of recordings.values()) leg.tick(now)
    },
    close: () => {
      const all = [recordings, listeners, publishers, subscribers]
      for (const name of all.flatMap((legs) => [...legs.keys()])) close(name)
      networks.close()
    },
  }
}
