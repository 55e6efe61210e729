import type { Account } from '../account/account.ts'
import { VideoError } from '../video-error.ts'
import { answerText } from './answer-text.ts'
import { withDeadline } from './deadline.ts'
import { failure } from './failure.ts'

/** How to reach the platform, and as whom. */
export interface Platform {
  readonly account: Account
  readonly apiUrl: string
  readonly timeoutMs: number
  readonly fetch: typeof fetch
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** One request: a form posted to a path. */
export interface PlatformCall {
  readonly path: string
  readonly form: URLSearchParams
  readonly signal: AbortSignal | undefined
}

/** Resolves with the parsed JSON of a success; every failure is a VideoError. */
export type CallPlatform = (call: PlatformCall) => Promise<unknown>

/** The one place that authorizes, sends, waits no longer than allowed, and throws. Never retries. */
export function platformCaller(platform: Platform): CallPlatform {
  return async (call) => {
    const authorization = await platform.account.authorization(Math.floor(platform.now() / 1000))
    const limits = { timeoutMs: platform.timeoutMs, signal: call.signal }
    return withDeadline(limits, async (signal) => {
      const response = await post(platform, call, { authorization, signal })
      const text = await received(response)
      if (response.ok) return json(text, response.status)
      throw failure({ status: response.status, headers: response.headers, text }, platform.now())
    })
  }
}

async function post(
  { fetch, apiUrl }: Platform,
  { path, form }: PlatformCall,
  sending: { authorization: Readonly<Record<string, string>>; signal: AbortSignal },
): Promise<Response> {
  try {
    return await fetch(apiUrl + path, {
      method: 'POST',
      headers: { ...sending.authorization, Accept: 'application/json' },
      body: form,
      // A redirect would carry the authorization to a host nobody configured.
      redirect: 'manual',
      signal: sending.signal,
    })
  } catch (cause) {
    throw unreachable(cause)
  }
}

async function received(response: Response): Promise<string> {
  try {
    return await answerText(response)
  } catch (cause) {
    // The status of a refusal says more than a body that broke off.
    if (!response.ok) return ''
    throw cause instanceof VideoError ? cause : unreachable(cause)
  }
}

function unreachable(cause: unknown): VideoError {
  return new VideoError(
    'network',
    'The platform could not be reached, or the connection broke; check apiUrl and the network.',
    { cause },
  )
}

function json(text: string, status: number): unknown {
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
