import { generateKeyPairSync } from 'node:crypto'
import { createRequire } from 'node:module'
import { createVideoApi } from '@ot-room/video-api'
import { Auth } from '@vonage/auth'
import { Video } from '@vonage/video'
import { npmOpenTokVerbs, type OpenTokInstance } from '../../conformance/sdks/npm-opentok-verbs.ts'
import { vonageVideoVerbs } from '../../conformance/sdks/vonage-video-verbs.ts'
import { ourVerbs, type OurVerbs } from '../conformance/verbs.ts'
import type { Verbs } from './calls.ts'

const apiKey = '100'
const apiSecret = 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00'
const applicationId = '29f760f8-7ce1-46c9-ade3-f2dedee4ed5f'
const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})

const OpenTok = createRequire(import.meta.url)('opentok') as new (
  key: string,
  secret: string,
  options: { readonly apiUrl: string },
) => OpenTokInstance

/** An official SDK and our client with the same credentials, told where the platform is. */
export interface Pair {
  readonly name: string
  readonly theirs: Verbs
  readonly ours: OurVerbs
}

export function pairsAt(url: string): readonly Pair[] {
  const official = new OpenTok(apiKey, apiSecret, { apiUrl: url })
  const vonage = new Video(new Auth({ applicationId, privateKey }), { videoHost: url })
  return [
    {
      name: 'npm opentok',
      theirs: npmOpenTokVerbs(official, () => undefined),
      ours: ourVerbs(createVideoApi({ apiKey, apiSecret, apiUrl: url })),
    },
    {
      name: '@vonage/video',
      theirs: vonageVideoVerbs(vonage),
      ours: ourVerbs(createVideoApi({ applicationId, privateKey, apiUrl: url })),
    },
  ]
}
