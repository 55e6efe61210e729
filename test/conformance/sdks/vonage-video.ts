import { Auth } from '@vonage/auth'
import { Video } from '@vonage/video'
import type { PlatformKeys } from '../platform.ts'
import type { RunningSdk, SdkUnderTest } from '../sdk.ts'
import { methodsOf } from '../surface.ts'
import { pinnedVersion } from './pinned-version.ts'
import { vonageVideoRows } from './vonage-video-rows.ts'
import { vonageVideoVerbs, type VonageVideo } from './vonage-video-verbs.ts'

// Declared private or protected in the SDK's types.
const privateMethods = ['stripBlankValues', 'muteAllStreams']

export const vonageVideo: SdkUnderTest<VonageVideo> = {
  name: `@vonage/video ${pinnedVersion('@vonage/video')}`,
  rows: vonageVideoRows,
  missing: () => undefined,
  start: (platform) => Promise.resolve(start(platform)),
}

function start({ url, applicationId, privateKey }: PlatformKeys): RunningSdk<VonageVideo> {
  const sdk = new Video(new Auth({ applicationId, privateKey }), { videoHost: url })
  const surface = methodsOf(sdk).filter((name) => !privateMethods.includes(name))
  const owner = { applicationId }
  return {
    verbs: vonageVideoVerbs(sdk),
    applicationId,
    owner: { archive: owner, broadcast: owner, render: owner },
    surface: () => surface,
    close: () => Promise.resolve(),
  }
}
