import { hmacKey } from '../account/hmac-key.ts'
import { described, invalidOption, knownOptions, wholeNumber } from '../options/option-checks.ts'
import { secretTexts } from '../options/secret-texts.ts'
import { constantTimeEqual } from '../tokens/constant-time.ts'
import { readSignedJwt } from '../tokens/signed-jwt.ts'
import { hexadecimal } from '../tokens/t1.ts'
import { refusedCallback } from './callback-verdict.ts'
import type { CallbackVerdict, UnsignedCallbacks } from './callback-verdict.ts'
import { memoryReplays } from './replays.ts'
import type { ReplayStore } from './replays.ts'
import { requestBytes } from './request-bytes.ts'

/** What a callback is held against. */
export interface WebhookVerifierOptions {
  /** The signature secrets of the account; of several, while one replaces another, any one may have signed. */
  readonly secrets: string | readonly string[]
  /** The API key or application id that a callback has to be about; default any that the secrets sign for. */
  readonly applicationId?: string
  /** How long after it was signed a callback is taken, in seconds, default 300. A minute of clock difference is allowed for. */
  readonly windowSeconds?: number
  /** Bytes, default 1048576. */
  readonly bodyLimit?: number
  /** Default `memoryReplays()`: right for one process. */
  readonly replays?: ReplayStore
  /**
   * What to answer a callback without a signature: 401, or 503 so that the platform sends it again, signed. It may send one
   * unsigned after a fault of its own (Vonage, "Signed webhooks"); so may anybody else. Default `refuse`.
   */
  readonly unsigned?: UnsignedCallbacks
  /** The clock, in milliseconds since 1970; default `Date.now`. */
  readonly now?: () => number
}

/** A callback as it came in. */
export interface ReceivedCallback {
  /** The header of that name. */
  readonly authorization: string | null | undefined
  /** The bytes of the body, before anything parses them. */
  readonly body: Uint8Array
}

/** Tells callbacks of the platform from those of anybody else ("secure callbacks"). */
export interface WebhookVerifier {
  /** Reads the request and judges it. Never rejects for what the request is. */
  verify(request: Request): Promise<CallbackVerdict>
  /** Judges what something else has read. */
  verifyBytes(callback: ReceivedCallback): Promise<CallbackVerdict>
}

const names = [
  'secrets',
  'applicationId',
  'windowSeconds',
  'bodyLimit',
  'replays',
  'unsigned',
  'now',
] as const satisfies readonly (keyof WebhookVerifierOptions)[]

/** What clocks of well kept machines differ by, in seconds. */
const clockTolerance = 60

/** Makes a verifier. Throws VideoError `invalid-option` for options that cannot be right. */
export function createWebhookVerifier(options: WebhookVerifierOptions): WebhookVerifier {
  const given = knownOptions(options, 'createWebhookVerifier', names)
  const { applicationId, unsigned = 'refuse', now = Date.now } = options
  if (unsigned !== 'refuse' && unsigned !== 'ask-again') {
    throw invalidOption(`unsigned must be "refuse" or "ask-again", not ${described(unsigned)}.`)
  }
  const { replays = memoryReplays({ now }) } = options
  if (applicationId !== undefined && typeof applicationId !== 'string') {
    throw invalidOption(`applicationId must be a string, not ${described(applicationId)}.`)
  }
  const windowSeconds = wholeNumber('windowSeconds', given['windowSeconds'] ?? 300, {
    min: 1,
    max: 86_400,
    unit: 'seconds',
  })
  const bodyLimit = wholeNumber('bodyLimit', given['bodyLimit'] ?? 1_048_576, {
    min: 1,
    max: 64 * 1_048_576,
    unit: 'bytes',
  })
  const keys = secretTexts('secrets', given['secrets']).map((secret) => {
    return { alg: 'HS256', key: hmacKey(secret, 'SHA-256') } as const
  })

  const verifyBytes: WebhookVerifier['verifyBytes'] = async ({ authorization, body }) => {
    if (body.byteLength > bodyLimit) return refusedCallback('too-large')
    const [, token] = /^Bearer +([^ ]+)$/i.exec(authorization ?? '') ?? []
    if (token === undefined) return refusedCallback('unsigned', unsigned)
    const read = await readSignedJwt(token, keys)
    if (read.type !== 'signed') return refusedCallback(read.type)

    const { iss, iat, jti, payload_hash, application_id, api_key } = read.claims
    if (iss !== 'Vonage' || typeof iat !== 'number' || typeof jti !== 'string' || jti === '') {
      return refusedCallback('malformed')
    }
    if (applicationId !== undefined && ![application_id, api_key].includes(applicationId)) {
      return refusedCallback('other-account')
    }
    const seconds = now() / 1000
    if (iat > seconds + clockTolerance) return refusedCallback('early')
    if (!(iat > seconds - windowSeconds - clockTolerance)) return refusedCallback('late')
    const hash = hexadecimal(new Uint8Array(await crypto.subtle.digest('SHA-256', exact(body))))
    if (!constantTimeEqual(hash, String(payload_hash).toLowerCase())) {
      return refusedCallback('altered')
    }
    const json = parsed(body)
    if (json === undefined) return refusedCallback('malformed')
    const until = (iat + windowSeconds + 2 * clockTolerance) * 1000
    if (!(await replays.claim(jti, until))) return refusedCallback('replayed')
    return { ok: true, body: json.value, issuedAt: iat, release: async () => replays.release(jti) }
  }

  return Object.freeze({
    async verify(request) {
      const body = await requestBytes(request, bodyLimit)
      if (typeof body === 'string') return refusedCallback(body)
      return verifyBytes({ authorization: request.headers.get('authorization'), body })
    },
    verifyBytes,
  } satisfies WebhookVerifier)
}

/** Web Crypto takes no bytes that others could change meanwhile (SharedArrayBuffer). */
function exact(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes)
}

function parsed(bytes: Uint8Array): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) }
  } catch {
    return undefined
  }
}
