// Checked by the compiler alone: each line that must not compile says so, and the compiler complains when it does.
import { createVideoApi } from '../index.ts'
import type { Archive, Layout, Listed, Session, VideoError } from '../index.ts'
import { createAccountApi } from '../account.ts'
import { createSessionApi } from '../sessions.ts'
import { createTokenVerifier } from '../tokens.ts'
import { createWebhookVerifier } from '../webhooks.ts'

type Same<A, B> = [A, B] extends [B, A] ? true : false

function is<A, B>(_same: Same<A, B>): void {}

const project = { apiKey: '100', apiSecret: 'secret' }
const application = { applicationId: 'uuid', privateKey: 'pem' }
const id = 'id'

/** Never called. */
export async function surface(error: VideoError): Promise<void> {
  const video = createVideoApi(project)
  createVideoApi(application)
  createVideoApi({ ...project, apiSecret: ['next', 'old'], timeoutMs: 100, retries: 0 })
  createSessionApi({ ...project, fetch, now: Date.now })
  // @ts-expect-error -- half a pair
  createVideoApi({ apiKey: '100' })
  // @ts-expect-error -- numbers have lost their leading zeros
  createVideoApi({ ...project, apiKey: 100 })
  // @ts-expect-error -- unknown
  createVideoApi({ ...project, timeout: 5 })
  // @ts-expect-error -- the small door has no resources
  void createSessionApi(project).archives

  is<Awaited<ReturnType<typeof video.createSession>>, Session>(true)
  is<Awaited<ReturnType<typeof video.archives.start>>, Archive>(true)
  is<Awaited<ReturnType<typeof video.archives.list>>, Listed<Archive>>(true)
  is<Awaited<ReturnType<typeof video.signals.send>>, void>(true)

  // @ts-expect-error -- no such role
  await video.generateToken(id, { role: 'emperor' })
  // @ts-expect-error -- no such mode
  await video.createSession({ mediaMode: 'p2p' })
  // @ts-expect-error -- answers are not to be changed
  ;(await video.createSession()).sessionId = 'mine'
  // @ts-expect-error -- needs outputs
  await video.broadcasts.start(id, {})
  // @ts-expect-error -- needs streamName
  await video.broadcasts.start(id, { outputs: { rtmp: [{ serverUrl: 'rtmp://a' }] } })
  // @ts-expect-error -- needs a token
  await video.captions.start(id, {})
  // @ts-expect-error -- needs digits
  await video.dtmf.play(id, { connectionId: id })
  // @ts-expect-error -- not one of the rates
  await video.audioConnectors.start(id, { token: 't', uri: 'wss://a', audioRate: 44_100 })
  // @ts-expect-error -- needs the config of S3
  await video.archiveStorage.set({ type: 's3', config: { accountName: 'a' } })
  // @ts-expect-error -- broadcasts are not deleted
  void video.broadcasts.delete
  await video.archives.get(id, { signal: AbortSignal.timeout(1000) })

  const layouts: Layout[] = [
    { type: 'pip' },
    { type: 'custom', stylesheet: '' },
    { type: 'bestFit', screenshareType: 'pip' },
    // @ts-expect-error -- needs a stylesheet
    { type: 'custom' },
    // @ts-expect-error -- goes with bestFit alone
    { type: 'pip', screenshareType: 'pip' },
  ]
  void layouts

  const { status, url } = await video.archives.get(id)
  is<typeof url, string | undefined>(true)
  if (status === 'available') await Promise.resolve(url)
  // A status that is newer than this client is not a mistake.
  if (status === 'thawed') return

  is<typeof error.retryAfter, number | undefined>(true)
  // @ts-expect-error -- no such code
  if (error.code === 'teapot') return

  const token = await createTokenVerifier(project).verify(id)
  // @ts-expect-error -- not known before `ok` is
  void token.sessionId
  if (token.ok)
    is<typeof token.role, 'publisher' | 'subscriber' | 'moderator' | 'publisheronly'>(true)
  else is<typeof token.message, string>(true)

  const callback = await createWebhookVerifier({ secrets: 's' }).verify(new Request('https://a'))
  // @ts-expect-error -- not known before `ok` is
  void callback.body
  if (callback.ok) is<typeof callback.body, unknown>(true)

  const { projects } = createAccountApi({ accountKey: '1', accountSecret: 's' })
  // @ts-expect-error -- no such status
  await projects.setStatus(id, 'PAUSED')
}
