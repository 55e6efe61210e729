import type { DialOptions, VideoApi } from '@ot-room/video-api'
import { route } from '../../api/route.ts'
import { BackendError } from '../../problem/backend-error.ts'
import type { FeatureFor } from '../feature.ts'
import { asking, sessionIn } from '../platform/asking.ts'
import { dialOperation } from './dial-operation.ts'

export interface TelephonyOptions {
  /**
   * Makes the SIP address and what belongs to it of the number a host has typed; undefined refuses the
   * number. The address is the site's decision: a visitor's would let them call anywhere at its cost.
   */
  readonly addressOf: (number: string) => Omit<DialOptions, 'token' | 'signal'> | undefined
}

/** Hosts call telephones into the room, by SIP. */
export function telephony(
  video: Pick<VideoApi, 'sip'>,
  { addressOf }: TelephonyOptions,
): FeatureFor {
  return ({ rooms, video: { generateToken } }) => ({
    name: 'telephony',
    needsRouted: true,
    routes: [
      route(dialOperation, async ({ room }, { number }) => {
        const address = /^[+\d*#() ./-]+$/.test(number) ? addressOf(number) : undefined
        if (address === undefined) {
          throw new BackendError('body-invalid', '"number" is none that can be called from here.')
        }
        const { sessionId } = await sessionIn(rooms, room)
        const token = await generateToken(sessionId, { role: 'publisher', expiresIn: 60 })
        const call = await asking(() => video.sip.dial(sessionId, { ...address, token }))
        return { connection: call.connectionId }
      }),
    ],
  })
}
