import { createRequire } from 'node:module'
import type { PlatformKeys } from '../platform.ts'
import type { RunningSdk, SdkUnderTest } from '../sdk.ts'
import { projectIdOf } from './opentok-kind.ts'
import { methodsOf } from '../surface.ts'
import { npmOpenTokRows } from './npm-opentok-rows.ts'
import { pinnedVersion } from './pinned-version.ts'
import { npmOpenTokVerbs, type NpmOpenTok, type OpenTokInstance } from './npm-opentok-verbs.ts'

const OpenTok = createRequire(import.meta.url)('opentok') as new (
  apiKey: string,
  apiSecret: string,
  options: { readonly apiUrl: string },
) => OpenTokInstance

export const npmOpenTok: SdkUnderTest<NpmOpenTok> = {
  name: `npm opentok ${pinnedVersion('opentok')}`,
  rows: npmOpenTokRows,
  missing: () => undefined,
  start,
}

async function start(platform: PlatformKeys): Promise<RunningSdk<NpmOpenTok>> {
  const { url, apiKey, apiSecret } = platform
  const sdk = new OpenTok(apiKey, apiSecret, { apiUrl: url })
  const projectId = projectIdOf(apiKey)
  const surface = new Set(methodsOf(sdk))
  const noticed = (name: string, object: object) => {
    for (const method of methodsOf(object, `${name}.`)) surface.add(method)
  }
  return {
    verbs: npmOpenTokVerbs(sdk, noticed),
    applicationId: apiKey,
    owner: {
      archive: { projectId, partnerId: Number(apiKey) },
      // The SDK takes partnerId out of broadcasts.
      broadcast: { projectId },
      render: { projectId },
    },
    surface: () => [...surface],
    close: () => Promise.resolve(),
  }
}
