import type { Caller } from '../account/account.ts'
import type { Keyring } from '../account/keyring.ts'
import { VideoError } from '../video-error.ts'
import { answerText } from './answer-text.ts'
import { withDeadline } from './deadline.ts'
import { failure } from './failure.ts'
import { fetchArguments } from './platform-request.ts'
import type { PlatformRequest } from './platform-request.ts'
import { innerError, redactor } from './redact.ts'
import type { Redact } from './redact.ts'
import { withRepeats } from './repeat.ts'

/** How to reach the platform, and as whom. */
export interface Platform {
  readonly keyring: Keyring<Caller>
  readonly apiUrl: string
  readonly timeoutMs: number
  /** How often a request that may be repeated is sent again. */
  readonly retries: number
  readonly fetch: typeof fetch
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** Resolves with the parsed JSON of a success, or undefined when it is empty; every failure is a VideoError. */
export type CallPlatform = (request: PlatformRequest) => Promise<unknown>

/** The one place that authorizes, sends, repeats what may be repeated, waits no longer than allowed, and throws. */
export function platformCaller(platform: Platform): CallPlatform {
  const { keyring, timeoutMs, retries } = platform
  return (request) =>
    withDeadline({ timeoutMs, signal: request.signal }, (signal) =>
      withRepeats({ method: request.method, retries, timeoutMs, signal }, () =>
        keyring.use(async (caller) => {
          const redact = redactor([...caller.secrets, ...(request.secrets ?? [])])
          const authorization = await caller.authorization(Math.floor(platform.now() / 1000))
          return exchange(platform, request, { authorization, signal, redact })
        }),
      ),
    )
}

interface Sending {
  readonly authorization: Readonly<Record<string, string>>
  readonly signal: AbortSignal
  readonly redact: Redact
}

async function exchange(
  platform: Platform,
  request: PlatformRequest,
  sending: Sending,
): Promise<unknown> {
  const response = await send(platform, request, sending)
  const text = await received(response, request, sending)
  if (response.ok) return json(text, response.status)
  const { status, headers } = response
  throw failure({ status, headers, text, redact: sending.redact }, platform.now())
}

async function send(
  { fetch, apiUrl }: Platform,
  request: PlatformRequest,
  { authorization, signal, redact }: Sending,
): Promise<Response> {
  const { url, init } = fetchArguments(request, apiUrl)
  const headers = { ...init.headers, ...authorization, Accept: 'application/json' }
  try {
    // A redirect would carry the authorization to a host nobody configured.
    return await fetch(url, { ...init, headers, redirect: 'manual', signal })
  } catch (cause) {
    throw unreachable(cause, redact)
  }
}

async function received(
  response: Response,
  { answerLimit }: PlatformRequest,
  { redact }: Sending,
): Promise<string> {
  try {
    return await answerText(response, answerLimit)
  } catch (cause) {
    // The status of a refusal says more than a body that broke off.
    if (!response.ok) return ''
    throw cause instanceof VideoError ? cause : unreachable(cause, redact)
  }
}

function unreachable(cause: unknown, redact: Redact): VideoError {
  return new VideoError(
    'network',
    'The platform could not be reached, or the connection broke; check apiUrl and the network.',
    { cause: innerError(cause, redact) },
  )
}

function json(text: string, status: number): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    throw new VideoError(
      'unexpected-response',
      `The platform answered ${status} with something that is not JSON; check apiUrl and any proxy.`,
      { status },
    )
  }
}
