import { createVideoApi, type VideoApi } from '@ot-room/video-api'
import type { PlatformKeys } from '../../conformance/platform.ts'
import type { RunningSdk, SdkUnderTest } from '../../conformance/sdk.ts'
import { methodsOf } from '../../conformance/surface.ts'
import { ourRows } from './rows.ts'
import { ourVerbs, type OurVerbs } from './verbs.ts'

/** Our client with the key and secret of a project. */
export const ourProject: SdkUnderTest<OurVerbs> = {
  name: 'our client, as a project',
  rows: ourRows,
  missing: () => undefined,
  start: ({ url, apiKey, apiSecret }) =>
    running(createVideoApi({ apiKey, apiSecret, apiUrl: url })),
}

// What differs is how requests are signed and what answers are called; a row for each resource is enough.
const titlesOfApplication = new Set([
  'createSession: sessions of both modes are what they say',
  'generateToken: a page that joins has role and data',
  'signals.send: every page hears it, from nobody',
  'connections.list: everybody, the oldest first',
  'streams.list: both streams of the session',
  'streams.mute: the publisher hears muteForced',
  'archives.get: the archive',
  'broadcasts.get: the broadcast',
  'captions.get: started, then stopped',
  'renders.get: the render',
  'renders.stop: it is stopped',
  'audioConnectors.start: a connection that can be put out',
  'sip.dial: the phone joins with a stream and can be put out',
  'callbacks.list: it is among them',
])
const rowsOfApplication = ourRows.filter(({ method, title }) =>
  titlesOfApplication.has(`${method}: ${title}`),
)

/** And with the id and private key of an application. */
export const ourApplication: SdkUnderTest<OurVerbs> = {
  name: 'our client, as an application',
  rows: rowsOfApplication,
  missing: () => undefined,
  start: ({ url, applicationId, privateKey }: PlatformKeys) =>
    running(
      createVideoApi({ applicationId, privateKey, apiUrl: url }),
      rowsOfApplication.map(({ method }) => method),
    ),
}

function running(video: VideoApi, surface = verbsOf(video)): Promise<RunningSdk<OurVerbs>> {
  const { applicationId } = video
  const whose = { applicationId }
  return Promise.resolve({
    verbs: ourVerbs(video),
    applicationId,
    owner: { archive: whose, broadcast: whose, render: whose },
    surface: () => surface,
    close: () => Promise.resolve(),
  })
}

/** `createSession`, `archives.start`, …: what the frozen objects themselves have. */
function verbsOf(video: VideoApi): readonly string[] {
  const own = new Set(Object.keys(video))
  const direct = methodsOf(video).filter((name) => own.has(name))
  const resources = Object.entries(video).filter(([, part]) => typeof part === 'object')
  const nested = resources.flatMap(([name, part]) =>
    Object.keys(part as object).map((verb) => `${name}.${verb}`),
  )
  return [...direct, ...nested]
}
