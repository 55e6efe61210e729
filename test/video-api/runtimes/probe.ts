import { createVideoApi, VideoError, type VideoApi } from '@ot-room/video-api'
import { createAccountApi } from '@ot-room/video-api/account'
import { createSessionApi } from '@ot-room/video-api/sessions'
import { createTokenVerifier } from '@ot-room/video-api/tokens'
import { createWebhookVerifier } from '@ot-room/video-api/webhooks'

/** The platform as a runtime reaches it, and a callback that it has signed. */
export interface ProbeKeys {
  readonly url: string
  readonly apiKey: string
  readonly apiSecret: string
  readonly applicationId: string
  readonly privateKey: string
  readonly publicKey: string
  readonly accountKey: string
  readonly accountSecret: string
  readonly callback: { readonly secret: string; readonly token: string; readonly body: string }
}

/** What came of each step: `ok`, or what went wrong. */
export type ProbeReport = Readonly<Record<string, string>>

/** Does with every part of the client what servers do with it, on web standards alone. */
export async function probe(keys: ProbeKeys): Promise<ProbeReport> {
  const { url: apiUrl, apiKey, apiSecret, applicationId, privateKey, publicKey } = keys
  const project = createVideoApi({ apiKey, apiSecret, apiUrl })
  const application = createVideoApi({ applicationId, privateKey, apiUrl })
  const steps: Readonly<Record<string, () => Promise<void>>> = {
    'a project creates a session and lists its archives': () => createsAndLists(project),
    'an application creates a session and lists its archives': () => createsAndLists(application),
    'the small door creates a session': async () => {
      const { sessionId } = await createSessionApi({ apiKey, apiSecret, apiUrl }).createSession()
      holds(sessionId !== '')
    },
    'tokens of a project are verified, in both formats': async () => {
      const verifier = createTokenVerifier({ apiKey, apiSecret })
      for (const format of ['jwt', 't1'] as const) {
        const token = await project.generateToken('1_x', { format, data: 'é', role: 'moderator' })
        const verdict = await verifier.verify(token)
        holds(verdict.ok && verdict.data === 'é' && verdict.role === 'moderator')
        holds(!(await verifier.verify(`${token.slice(0, -1)}!`)).ok)
      }
    },
    'tokens of an application are verified': async () => {
      const verifier = createTokenVerifier({ applicationId, publicKey })
      holds((await verifier.verify(await application.generateToken('1_x'))).ok)
    },
    'a signed callback is taken once': async () => {
      const { secret, token, body } = keys.callback
      const verifier = createWebhookVerifier({ secrets: secret })
      const init = { method: 'POST', headers: { authorization: `Bearer ${token}` }, body }
      holds((await verifier.verify(new Request('https://example.com/', init))).ok)
      holds(!(await verifier.verify(new Request('https://example.com/', init))).ok)
    },
    'an account lists its projects': async () => {
      const { accountKey, accountSecret } = keys
      const { projects } = createAccountApi({ accountKey, accountSecret, apiUrl })
      holds((await projects.list()).some(({ id }) => id === apiKey))
    },
    'a wrong secret is refused': () => {
      const stranger = createVideoApi({ apiKey, apiSecret: 'f'.repeat(40), apiUrl })
      return fails(stranger.createSession(), 'unauthorized')
    },
    'what is not there is not found': () => {
      return fails(project.archives.get('00000000-0000-4000-8000-000000000000'), 'not-found')
    },
    'a platform that stays silent is left after the deadline': () => {
      const fetch = (): Promise<Response> => new Promise(() => undefined)
      return fails(
        createVideoApi({ apiKey, apiSecret, fetch, timeoutMs: 20 }).createSession(),
        'timeout',
      )
    },
    'a request can be given up': () => {
      const signal = AbortSignal.abort()
      return fails(project.createSession({ signal }), 'aborted')
    },
    'HTML is no session': () => {
      const fetch = async (): Promise<Response> => new Response('<html></html>')
      return fails(
        createVideoApi({ apiKey, apiSecret, fetch }).createSession(),
        'unexpected-response',
      )
    },
  }
  const report: Record<string, string> = {}
  for (const [title, step] of Object.entries(steps)) {
    report[title] = await step().then(
      () => 'ok',
      (error: unknown) => String(error),
    )
  }
  return report
}

async function createsAndLists(video: VideoApi): Promise<void> {
  const { sessionId } = await video.createSession({ mediaMode: 'routed' })
  const { count, items } = await video.archives.list({ sessionId })
  holds(count === 0 && items.length === 0)
}

async function fails(call: Promise<unknown>, code: VideoError['code']): Promise<void> {
  const [outcome] = await Promise.allSettled([call])
  const error: unknown = outcome.status === 'rejected' ? outcome.reason : undefined
  if (!(error instanceof VideoError)) throw new Error('it did not fail with a VideoError')
  if (error.code !== code) throw new Error(`it failed as ${error.code}: ${error.message}`)
}

function holds(condition: boolean): void {
  if (!condition) throw new Error('it is not so')
}
