import { createRequire } from 'node:module'
import type { Owner, RunningSdk, SdkUnderTest } from '../sdk.ts'
import { methodsOf } from '../surface.ts'
import { npmOpenTokRows } from './npm-opentok-rows.ts'
import { npmOpenTokVerbs, type NpmOpenTok, type OpenTokInstance } from './npm-opentok-verbs.ts'
import { projectIdOf } from './opentok-kind.ts'
import { pinnedVersion } from './pinned-version.ts'

const OpenTok = createRequire(import.meta.url)('opentok') as new (
  key: string,
  secret: string,
  options: { readonly apiUrl: string },
) => OpenTokInstance

/** The SDK with the key and secret of a project. */
export const npmOpenTok: SdkUnderTest<NpmOpenTok> = {
  name: `npm opentok ${pinnedVersion('opentok')}`,
  rows: npmOpenTokRows,
  missing: () => undefined,
  start: ({ url, apiKey, apiSecret }) => {
    const projectId = projectIdOf(apiKey)
    const owner = {
      archive: { projectId, partnerId: Number(apiKey) },
      // The SDK takes partnerId out of broadcasts.
      broadcast: { projectId },
      render: { projectId },
    }
    return Promise.resolve(running(new OpenTok(apiKey, apiSecret, { apiUrl: url }), apiKey, owner))
  },
}

const oneOfEach = new Set([
  'createSession: relayed and routed sessions are what they say',
  'generateToken: a page that joins has role and data',
  'signal: every page hears it, from nobody',
  'forceDisconnect: the page hears sessionDisconnected: forceDisconnected',
  'setStreamClassLists: listStreams shows the new classes',
  'forceMuteStream: the publisher hears muteForced, the others that it is silent',
  'startArchive: an archive, and archiveStarted in every page',
  'startBroadcast: a broadcast with its HLS and RTMP addresses',
  'startCaptions: the id of the captions',
  'listRenders: it is among them; count limits them',
  'websocketConnect: a connection joins and can be put out',
  'dial: the phone joins with a stream and can be put out',
  'listCallbacks: it is among them',
])

/** The methods are those of a project, so a row for each resource is enough. */
const rowsOfApplication = npmOpenTokRows.filter(({ method, title }) => {
  return oneOfEach.has(`${method}: ${title}`)
})

/** The same with the id and the private key of an application, which makes it sign in another way. */
export const npmOpenTokApplication: SdkUnderTest<NpmOpenTok> = {
  name: 'npm opentok, application',
  rows: rowsOfApplication,
  missing: () => undefined,
  start: ({ url, applicationId, privateKey }) => {
    const whose = { applicationId }
    const owner = { archive: whose, broadcast: whose, render: whose }
    const sdk = new OpenTok(applicationId, privateKey, { apiUrl: url })
    const surface = () => rowsOfApplication.map(({ method }) => method)
    return Promise.resolve({ ...running(sdk, applicationId, owner), surface })
  },
}

function running(sdk: OpenTokInstance, key: string, owner: Owner): RunningSdk<NpmOpenTok> {
  const surface = new Set(methodsOf(sdk))
  const noticed = (name: string, object: object) => {
    for (const method of methodsOf(object, `${name}.`)) surface.add(method)
  }
  return {
    verbs: npmOpenTokVerbs(sdk, noticed),
    applicationId: key,
    owner,
    surface: () => [...surface],
    close: () => Promise.resolve(),
  }
}
