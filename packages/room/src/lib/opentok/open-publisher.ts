import type OT from '@opentok/client'
import { RoomError } from '../errors/room-error.ts'
import type { BlurConnector } from './blur-connector.ts'
import type { Captioning } from './captioning.ts'
import type { OpenTok } from './open-tok.ts'
import type { Track, Tracks } from './plan-publication.ts'
import { closePublisher, showBackground } from './publisher-track.ts'

/** A publisher whose devices are open. */
export interface OpenPublisher {
  readonly publisher: OT.Publisher
  readonly element: HTMLVideoElement
  readonly tracks: Tracks
  /** Connected while the background is blurred; `undefined` where nothing can be. */
  readonly blur: BlurConnector | undefined
}

/** What every publisher of a stay shares. */
export interface PublisherContext {
  readonly openTok: OpenTok
  readonly captioning: Captioning
  readonly mediaMode: string
  readonly name: string | undefined
}

/** Opens the devices; rejects with OpenTok.js's error, or with a `RoomError`, when one of them cannot be used. */
export async function openPublisher(
  context: PublisherContext,
  tracks: Tracks,
  blur: BlurConnector | undefined,
): Promise<OpenPublisher> {
  const { background = 'plain', status } = tracks.camera
  const blurs = background === 'blurred' && status === 'live'
  if (blurs && !blur) throw new RoomError('camera-blur-failed')
  const open = { ...(await openDevices(context, tracks)), blur }
  if (!blurs) return open
  try {
    await showBackground(open, background)
    return open
  } catch (error) {
    closePublisher(open)
    throw error
  }
}

function openDevices(
  context: PublisherContext,
  tracks: Tracks,
): Promise<Omit<OpenPublisher, 'blur'>> {
  return new Promise((resolve, reject) => {
    let element: HTMLVideoElement | undefined
    let ready = false
    const publisher = context.openTok.initPublisher(
      undefined,
      publisherProperties(context, tracks),
      (error) => {
        if (error) reject(error)
        ready = true
        settle()
      },
    )
    context.captioning.sends(publisher)
    publisher.on('videoElementCreated', (event) => {
      if (event.element instanceof HTMLVideoElement) element = event.element
      settle()
    })

    function settle(): void {
      if (!ready || !element) return
      // Nobody wants to hear themselves.
      element.muted = true
      resolve({ publisher, element, tracks: openedTracks(publisher, tracks) })
    }
  })
}

/** Device ids and no tracks: with a track, OpenTok.js refuses to change the camera later. */
function publisherProperties(
  { captioning, mediaMode, name }: PublisherContext,
  { camera, microphone }: Tracks,
): OT.PublisherProperties {
  return {
    insertDefaultUI: false,
    videoSource: sourceOf(camera),
    audioSource: sourceOf(microphone),
    publishAudio: microphone.status === 'live',
    publishCaptions: captioning.isSent,
    // A routed session sends one copy and the router thins it; a relayed one sends a copy to everybody.
    resolution: mediaMode === 'relayed' ? '640x360' : '1280x720',
    audioFallback: { publisher: true },
    // It would take another microphone than the visitor has chosen, and nobody would be told.
    disableAudioInputDeviceManagement: true,
    ...(name !== undefined && { name }),
  }
}

function sourceOf({ status, deviceId }: Track): string | null | true {
  return status === 'absent' ? null : (deviceId ?? true)
}

function openedTracks(publisher: OT.Publisher, { camera, microphone }: Tracks): Tracks {
  const { background } = camera
  return {
    camera: {
      ...withDevice(camera, () => publisher.getVideoSource().deviceId),
      ...(background && { background }),
    },
    microphone: withDevice(microphone, () => publisher.getAudioSource().getSettings().deviceId),
  }
}

function withDevice(track: Track, read: () => string | null | undefined): Track {
  const deviceId = track.status === 'absent' ? undefined : read()
  return { status: track.status, ...(deviceId && { deviceId }) }
}
