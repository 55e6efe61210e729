import { createWebhookVerifier } from '@ot-room/video-api/webhooks'
import type { CallbackVerdict, WebhookVerifierOptions } from '@ot-room/video-api/webhooks'
import { within } from '../../deadline.ts'
import { readBytes } from '../../http/read-bytes.ts'
import { BackendError } from '../../problem/backend-error.ts'
import { createLeases } from '../../store/leases.ts'
import type { FeatureFor } from '../feature.ts'
import { platformEvent } from './events.ts'
import type { PlatformEvent } from './events.ts'

/** The platform gives up after a day; what it told twice within two is told once. */
const rememberedMs = 2 * 86_400_000
const leaseMs = 30_000
const bodyLimit = 256 * 1024

export interface WebhookOptions extends Pick<
  WebhookVerifierOptions,
  'secrets' | 'applicationId' | 'windowSeconds' | 'unsigned'
> {
  /** Hears of every event once, in 30 seconds; when it rejects, the platform tells again later. */
  readonly onEvent: (event: PlatformEvent) => Promise<unknown>
}

/**
 * `POST /webhooks`: what the platform tells, if it is signed ("secure callbacks"). Each event is
 * handled once, however often and by however many servers it is received.
 */
export function webhooks({ onEvent, ...options }: WebhookOptions): FeatureFor {
  return ({ store }) => {
    const handled = createLeases<true>(store)
    // What is told again may be signed anew, so it is the content that is known again, not the signature.
    const verifier = createWebhookVerifier({ ...options, bodyLimit, replays: everything })

    async function once(key: string, event: PlatformEvent): Promise<void> {
      const owner = crypto.randomUUID()
      const { state } = await handled.claim(key, { owner, leaseMs })
      if (state === 'done') return
      if (state === 'held') {
        throw new BackendError('conflict', 'This is being handled.', { retryAfter: leaseMs / 1000 })
      }
      try {
        await within(leaseMs, () => onEvent(event))
      } catch (error) {
        await handled.release(key, owner).catch(() => {})
        throw error
      }
      await handled.commit(key, { owner, result: true, lastsMs: rememberedMs })
    }

    return {
      name: 'webhooks',
      doors: [
        {
          method: 'POST',
          path: '/webhooks',
          async handle(request) {
            const body = await readBytes(request, bodyLimit)
            const authorization = request.headers.get('authorization')
            const verdict = await verifier.verifyBytes({ authorization, body })
            if (!verdict.ok) throw refusal(verdict)
            const event = platformEvent(verdict.body)
            // What is signed but not understood is newer than this code; telling again would not help.
            if (event !== undefined) await once(`webhook/${await digest(body)}`, event)
            return {}
          },
        },
      ],
    }
  }
}

const everything = { claim: async () => true, release: async () => {} }

const codes = {
  // Not reached: what comes again is known again by its content, above.
  200: 'conflict',
  401: 'not-signed-in',
  413: 'body-too-large',
  503: 'callback-unsigned',
} as const

function refusal({ status, message }: CallbackVerdict & { readonly ok: false }): BackendError {
  const cause = new Error(message)
  return new BackendError(codes[status], 'This callback is not taken.', { cause })
}

async function digest(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', bytes)
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
