import assert from 'node:assert/strict'
import { createVideoApi, VideoError } from '@ot-room/video-api'
import { stoppedArchive } from '../../conformance/checks/archives.ts'
import { toHls } from '../../conformance/checks/broadcasts.ts'
import { isRefused } from '../../conformance/checks/refusal.ts'
import type { Scene } from '../../conformance/scene.ts'
import { hasFields } from '../../conformance/shape.ts'
import type { OurVerbs } from './verbs.ts'

/** Our client tells by the code, and by the status of the platform where it was asked. */
export function refused(
  code: VideoError['code'],
  status?: number,
): (error: unknown) => error is VideoError {
  return (error): error is VideoError =>
    error instanceof VideoError && error.code === code && error.status === status
}

export const isConflict = refused('rejected', 409)

/** The specification says 400, the SDKs map 405. */
export function isWrongMode(error: unknown): boolean {
  return refused('rejected', 400)(error) || refused('rejected', 405)(error)
}

/** The specification says 408 for an unknown stream, the SDKs expect 404. */
export function isUnknown(error: unknown): boolean {
  return refused('not-found', 404)(error) || refused('rejected', 408)(error)
}

export async function refusesWrongSecret({ stage, sdk }: Scene<OurVerbs>): Promise<void> {
  const { url: apiUrl, apiKey } = stage.platform
  const stranger = createVideoApi({ apiKey, apiSecret: 'f'.repeat(40), apiUrl })
  await isRefused(stranger.checkCredentials(), refused('unauthorized', 403))
  await sdk.itself.checkCredentials()
}

/** The pages of these rows ask for no migration, so that they hear that their server is gone. */
export async function migratesSession(scene: Scene<OurVerbs>): Promise<void> {
  const { sdk, stage, applicationId } = scene
  const { sessionId } = await sdk.createSession({ mediaMode: 'routed' })
  const token = await sdk.token(sessionId, {})
  const eve = await stage.eve.join({ applicationId, sessionId, token }, { publish: 'nothing' })
  try {
    await sdk.itself.sessions.migrate(sessionId)
    await eve.hears('sessionDisconnected', { reason: 'serverRotation' })
  } finally {
    await eve.leave()
  }
}

const s3 = { accessKey: 'key', secretKey: 'secret', bucket: 'recordings' }

export async function keepsArchivesElsewhere(scene: Scene<OurVerbs>): Promise<void> {
  await scene.sdk.itself.archiveStorage.set({ type: 's3', config: s3, fallback: 'none' })
  try {
    await endsAs(scene, 'uploaded')
  } finally {
    await scene.sdk.itself.archiveStorage.clear()
  }
}

export async function keepsArchivesAgain(scene: Scene<OurVerbs>): Promise<void> {
  const { archiveStorage } = scene.sdk.itself
  await archiveStorage.set({ type: 's3', config: s3 })
  await archiveStorage.clear()
  await endsAs(scene, 'available')
}

async function endsAs(scene: Scene<OurVerbs>, wanted: string): Promise<void> {
  const id = await stoppedArchive(scene)
  const deadline = performance.now() + 15_000
  for (;;) {
    const { status } = await scene.sdk.itself.archives.get(id)
    if (status === wanted) return
    assert.equal(status, 'stopped', 'it ended in another way')
    assert.ok(performance.now() < deadline, `the archive is still ${status}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

export async function stopsBroadcast({ sdk, sessionId }: Scene<OurVerbs>): Promise<void> {
  const started = Object(await sdk.startBroadcast(sessionId, toHls)) as { readonly id: string }
  const stopped = await sdk.stopBroadcast(started.id)
  // What the platform writes as null is absent.
  hasFields('broadcast', stopped, { id: started.id, status: 'stopped', broadcastUrls: undefined })
}
