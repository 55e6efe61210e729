import {
  deviceErrorCode,
  type DeviceKind,
  type DeviceProblem,
} from '../errors/device-error-code.ts'
import { RoomError } from '../errors/room-error.ts'
import type { ReceivedCaption } from '../platform/caption.ts'
import type { ReceivedSignal, SignalToSend } from '../platform/signal.ts'
import type { PlatformSession, Stay, VideoPlatform } from '../platform/video-platform.ts'
import type { Arrival, Stream, StreamChange } from '../state/participant.ts'
import type { Captions } from '../state/captions.ts'
import type { PlatformEvent } from '../state/room-event.ts'
import { createGate } from './gate.ts'
import { createFakePublication } from './fake-publication.ts'

/** A video platform without a network, and the hand that moves it. */
export interface FakePlatform extends VideoPlatform {
  /** What the room has sent. */
  readonly sent: readonly SignalToSend[]
  /** What the room has done as a host. */
  readonly acts: readonly HostAct[]
  /** What the room wants to be written down. */
  readonly captions: Captions['status']
  /** Makes the next `prepare` or `connect` wait until the returned function is called. */
  hold(step: 'prepare' | 'connect'): () => void
  /** Makes `prepare` or `connect` fail from now on; without an error it works again. */
  refuse(step: 'prepare' | 'connect', error?: RoomError): void
  /** Makes a device fail from now on; without a problem it works again. */
  breakDevice(kind: DeviceKind, problem?: DeviceProblem): void
  /** Somebody comes in. */
  arrive(participant: Arrival): void
  depart(participantId: string): void
  /** Somebody sends a stream, both sound and picture unless said otherwise. */
  addStream(participant: Arrival, stream: Pick<Stream, 'id'> & Partial<Stream>): void
  changeStream(streamId: string, change: StreamChange): void
  removeStream(streamId: string): void
  speak(streamId: string, level: number): void
  receive(signal: ReceivedSignal): void
  /** Somebody says something, which the room hears when it reads captions. */
  say(caption: ReceivedCaption): void
  /** Any other event, as the platform would report it. */
  report(event: PlatformEvent): void
}

/** What a host did to a participant, or to all others. */
export type HostAct =
  { readonly act: 'mute' | 'put-out'; readonly of: string } | { readonly act: 'mute-others' }

/** Makes a fake; in a browser `video` gives the elements of streams. */
export function createFakePlatform(
  options: {
    readonly self?: Arrival
    readonly video?: (streamId: string) => HTMLVideoElement
  } = {},
): FakePlatform {
  const self = options.self ?? { id: 'self', name: undefined }
  const videos = new Map<string, HTMLVideoElement>()
  const sent: SignalToSend[] = []
  const acts: HostAct[] = []
  const gates = { prepare: createGate(), connect: createGate() }
  const refusals: { prepare?: RoomError | undefined; connect?: RoomError | undefined } = {}
  const broken = new Map<DeviceKind, DeviceProblem>()
  let stay: Stay | undefined
  let captions: Captions['status'] = 'off'

  async function pass(step: 'prepare' | 'connect', signal: AbortSignal): Promise<void> {
    await gates[step].pass(signal)
    const refusal = refusals[step]
    if (refusal) throw refusal
  }

  function report(event: PlatformEvent): void {
    if (event.type === 'stream-removed') videos.delete(event.id)
    stay?.onEvent(event)
  }

  function addStream(participant: Arrival, stream: Pick<Stream, 'id'> & Partial<Stream>): void {
    if (options.video) videos.set(stream.id, options.video(stream.id))
    const whole: Stream = {
      kind: 'camera',
      hasAudio: true,
      hasVideo: true,
      media: 'playing',
      link: 'fine',
      ...stream,
    }
    report({ type: 'stream-added', participant, stream: whole })
  }

  function session(current: Stay): PlatformSession {
    const publication = createFakePublication({
      self,
      report,
      addStream,
      problemOf(kind) {
        const problem = broken.get(kind)
        return problem && new RoomError(deviceErrorCode(kind, problem))
      },
    })
    current.signal.addEventListener('abort', () => videos.clear())
    return {
      self,
      publish: (wanted) => publication.become(wanted),
      async shareScreen() {
        report({ type: 'screen-changed', screen: { status: 'on' } })
        addStream(self, { id: `${self.id}-screen`, kind: 'screen', hasAudio: false })
      },
      stopSharing() {
        report({ type: 'stream-removed', id: `${self.id}-screen` })
        report({ type: 'screen-changed', screen: { status: 'off' } })
      },
      video: (streamId) => videos.get(streamId),
      async send(signal) {
        sent.push(signal)
      },
      caption(status) {
        captions = status
      },
      async mute(participantId) {
        acts.push({ act: 'mute', of: participantId })
      },
      async muteOthers() {
        acts.push({ act: 'mute-others' })
      },
      async putOut(participantId) {
        acts.push({ act: 'put-out', of: participantId })
      },
      useSpeaker: async () => true,
      async unblockAudio() {
        report({ type: 'audio-unblocked' })
      },
    }
  }

  return {
    sent,
    acts,
    get captions() {
      return captions
    },
    prepare: (signal) => pass('prepare', signal),
    async connect(_credentials, next) {
      await pass('connect', next.signal)
      stay = next
      captions = 'off'
      return session(next)
    },
    hold: (step) => gates[step].close(),
    refuse: (step, error) => void (refusals[step] = error),
    breakDevice(kind, problem) {
      if (problem) broken.set(kind, problem)
      else broken.delete(kind)
    },
    arrive: (participant) => report({ type: 'participant-joined', participant }),
    depart: (id) => report({ type: 'participant-left', id }),
    addStream,
    changeStream: (id, change) => report({ type: 'stream-changed', id, change }),
    removeStream: (id) => report({ type: 'stream-removed', id }),
    speak: (streamId, level) => stay?.onLevel({ streamId, level }),
    receive: (signal) => stay?.onSignal(signal),
    say(caption) {
      if (captions === 'read') stay?.onCaption(caption)
    },
    report,
  }
}
