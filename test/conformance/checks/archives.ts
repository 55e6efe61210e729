import assert from 'node:assert/strict'
import type { Check } from '../row.ts'
import type { Scene } from '../scene.ts'
import { count, flag, hasFields, milliseconds, oneOf, uuid } from '../shape.ts'
import { nobody } from './nobody.ts'
import { isRefused, type Refusal } from './refusal.ts'
import type { Sessions } from './sessions.ts'

/** The options that rows use; SDKs that spell them otherwise translate. */
export interface ArchiveOptions {
  readonly name?: string
  readonly outputMode?: 'composed' | 'individual'
  readonly streamMode?: 'auto' | 'manual'
  readonly resolution?: string
  readonly hasVideo?: boolean
  readonly hasAudio?: boolean
}

export interface ListFilter {
  readonly sessionId?: string
  readonly count?: number
  readonly offset?: number
}

export interface Listed {
  readonly count: number
  readonly items: readonly unknown[]
}

export interface Layout {
  readonly type: string
  readonly stylesheet?: string
  readonly screenshareType?: string
}

export interface Archives {
  startArchive(sessionId: string, options: ArchiveOptions): Promise<unknown>
  stopArchive(archiveId: string): Promise<unknown>
  archive(archiveId: string): Promise<unknown>
  archives(filter: ListFilter): Promise<Listed>
  deleteArchive(archiveId: string): Promise<unknown>
}

export interface ArchiveLayouts extends Archives {
  setArchiveLayout(archiveId: string, layout: Layout): Promise<unknown>
}

export async function startsArchive(scene: Scene<Archives>): Promise<void> {
  const { sdk, sessionId, owner, alice, bob } = scene
  const options = { name: 'minutes', resolution: '1280x720', hasVideo: true, hasAudio: true }
  const archive = await sdk.startArchive(sessionId, options)
  await thenStop(scene, archive, async (id) => {
    hasFields('archive', archive, {
      ...owner.archive,
      ...options,
      id: uuid,
      status: 'started',
      sessionId,
      createdAt: milliseconds,
      outputMode: 'composed',
      streamMode: 'auto',
      reason: oneOf('', undefined, null),
      size: count,
      duration: count,
    })
    for (const visitor of [alice, bob]) {
      await visitor.hears('archiveStarted', { id, archive: 'minutes' })
    }
  })
}

export async function stopsArchive(scene: Scene<Archives>): Promise<void> {
  const { sdk, sessionId, alice, bob } = scene
  const id = await startedArchive(scene)
  const archive = await sdk.stopArchive(id)
  hasFields('archive', archive, { id, sessionId, status: 'stopped' })
  for (const visitor of [alice, bob]) await visitor.hears('archiveStopped', { id })
}

export async function findsArchive(scene: Scene<Archives>): Promise<void> {
  const { sdk, sessionId, owner } = scene
  await whileRecording(scene, {}, async (id) => {
    const archive = await sdk.archive(id)
    hasFields('archive', archive, {
      ...owner.archive,
      id,
      sessionId,
      status: 'started',
      hasAudio: flag,
      hasVideo: flag,
    })
  })
}

export async function listsArchives(scene: Scene<Archives>): Promise<void> {
  const { sdk, sessionId } = scene
  const first = await stoppedArchive(scene)
  const second = await stoppedArchive(scene)
  const own = await sdk.archives({ sessionId })
  const ids = own.items.map((archive) => {
    hasFields('archive', archive, { id: uuid, sessionId })
    return archive['id']
  })
  assert.equal(own.count, ids.length)
  assert.deepEqual(ids.slice(0, 2), [second, first], 'the newest is not the first')
  const page = await sdk.archives({ sessionId, offset: 1, count: 1 })
  assert.deepEqual(
    page.items.map((archive) => Reflect.get(Object(archive), 'id')),
    [first],
  )
}

export function deletesArchive(gone: Refusal): Check<Archives> {
  return async (scene) => {
    const { sdk, sessionId } = scene
    const id = await stoppedArchive(scene)
    await waitUntilKept(scene, id)
    await sdk.deleteArchive(id)
    // The platform may still know it, as deleted.
    const after = await sdk
      .archive(id)
      .catch((error: unknown) => isRefused(Promise.reject(error), gone))
    if (after !== undefined) hasFields('archive', after, { status: 'deleted' })
    const { items } = await sdk.archives({ sessionId })
    const left = items.filter((archive) => Reflect.get(Object(archive), 'id') === id)
    for (const archive of left) hasFields('archive', archive, { status: 'deleted' })
  }
}

export async function changesArchiveLayout(scene: Scene<ArchiveLayouts>): Promise<void> {
  const { sdk } = scene
  await whileRecording(scene, {}, async (id) => {
    await sdk.setArchiveLayout(id, { type: 'pip' })
    await sdk.setArchiveLayout(id, { type: 'custom', stylesheet: 'stream { width: 100% }' })
    await sdk.setArchiveLayout(id, { type: 'bestFit', screenshareType: 'verticalPresentation' })
  })
}

export function refusesUnknownLayout(refusal: Refusal): Check<ArchiveLayouts> {
  return (scene) =>
    whileRecording(scene, {}, (id) =>
      isRefused(scene.sdk.setArchiveLayout(id, { type: 'spiral' }), refusal),
    )
}

export function refusesToStopUnknownArchive(refusal: Refusal): Check<Archives> {
  return ({ sdk }) => isRefused(sdk.stopArchive(nobody), refusal)
}

export function refusesToStopTwice(refusal: Refusal): Check<Archives> {
  return async (scene) => isRefused(scene.sdk.stopArchive(await stoppedArchive(scene)), refusal)
}

export function refusesUnknownArchive(refusal: Refusal): Check<Archives> {
  return ({ sdk }) => isRefused(sdk.archive(nobody), refusal)
}

export function refusesSecondArchive(refusal: Refusal): Check<Archives> {
  return (scene) =>
    whileRecording(scene, {}, () => isRefused(scene.sdk.startArchive(scene.sessionId, {}), refusal))
}

/** Only what goes through the media router can be recorded. */
export function refusesRelayedSession(refusal: Refusal): Check<Archives & Sessions> {
  return async ({ sdk, stage, applicationId }) => {
    const { sessionId } = await sdk.createSession({ mediaMode: 'relayed' })
    const token = await sdk.token(sessionId, {})
    const eve = await stage.eve.join({ applicationId, sessionId, token }, { publish: 'nothing' })
    try {
      await isRefused(sdk.startArchive(sessionId, {}), refusal)
    } finally {
      await eve.leave()
    }
  }
}

export function refusesToDeleteUnknownArchive(refusal: Refusal): Check<Archives> {
  return ({ sdk }) => isRefused(sdk.deleteArchive(nobody), refusal)
}

/** Runs a step while an archive records, and stops it whatever comes of the step. */
export async function whileRecording(
  scene: Scene<Archives>,
  options: ArchiveOptions,
  step: (archiveId: string) => Promise<void>,
): Promise<void> {
  await thenStop(scene, await scene.sdk.startArchive(scene.sessionId, options), step)
}

async function thenStop(
  { sdk }: Scene<Archives>,
  archive: unknown,
  step: (archiveId: string) => Promise<void>,
): Promise<void> {
  hasFields('archive', archive, { id: uuid })
  const id = String(archive['id'])
  try {
    await step(id)
  } finally {
    await sdk.stopArchive(id)
  }
}

export async function stoppedArchive(scene: Scene<Archives>): Promise<string> {
  const id = await startedArchive(scene)
  await scene.sdk.stopArchive(id)
  return id
}

async function startedArchive({ sdk, sessionId }: Scene<Archives>): Promise<string> {
  const archive = await sdk.startArchive(sessionId, {})
  hasFields('archive', archive, { id: uuid })
  return String(archive['id'])
}

/** An archive can be deleted once it is where it is kept: `uploaded` or `available`. */
export async function waitUntilKept({ sdk }: Scene<Archives>, id: string): Promise<void> {
  const deadline = performance.now() + 30_000
  for (;;) {
    const archive = await sdk.archive(id)
    const status: unknown = Reflect.get(Object(archive), 'status')
    if (status === 'available' || status === 'uploaded') return
    assert.ok(performance.now() < deadline, `the archive is still ${String(status)}`)
    // The SDK has no event for it, so users ask again as well.
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
