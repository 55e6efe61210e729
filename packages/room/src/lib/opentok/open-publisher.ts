import type OT from '@opentok/client'
import type { OpenTok } from './open-tok.ts'
import type { Track, Tracks } from './plan-publication.ts'

/** A publisher whose devices are open. */
export interface OpenPublisher {
  readonly publisher: OT.Publisher
  readonly element: HTMLVideoElement
  readonly tracks: Tracks
}

/** What every publisher of a stay shares. */
export interface PublisherContext {
  readonly openTok: OpenTok
  readonly mediaMode: string
  readonly name: string | undefined
}

/** Opens the devices; rejects with OpenTok.js's error when one of them cannot be used. */
export function openPublisher(context: PublisherContext, tracks: Tracks): Promise<OpenPublisher> {
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
  { mediaMode, name }: PublisherContext,
  { camera, microphone }: Tracks,
): OT.PublisherProperties {
  return {
    insertDefaultUI: false,
    videoSource: sourceOf(camera),
    audioSource: sourceOf(microphone),
    publishAudio: microphone.status === 'live',
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
  return {
    camera: withDevice(camera, () => publisher.getVideoSource().deviceId),
    microphone: withDevice(microphone, () => publisher.getAudioSource().getSettings().deviceId),
  }
}

function withDevice(track: Track, read: () => string | null | undefined): Track {
  const deviceId = track.status === 'absent' ? undefined : read()
  return { status: track.status, ...(deviceId && { deviceId }) }
}
