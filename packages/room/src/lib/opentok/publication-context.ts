import type OT from '@opentok/client'
import type { CameraEffectSource } from '../effects/camera-effect.ts'
import type { Stay } from '../platform/video-platform.ts'
import type { PublisherContext } from './open-publisher.ts'
import type { Videos } from './videos.ts'

/** Everything a publication works with. */
export interface PublicationContext extends PublisherContext {
  readonly session: OT.Session
  readonly stay: Stay
  readonly videos: Videos
  readonly blur: CameraEffectSource | undefined
}
