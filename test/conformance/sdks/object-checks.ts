import { stoppedArchive, waitUntilKept } from '../checks/archives.ts'
import type { Scene } from '../scene.ts'
import { hasFields } from '../shape.ts'
import type { Driver } from './driver.ts'
import type { OpenTokKind } from './opentok-kind.ts'

/** An SDK in another language whose archives are objects with methods. */
type Driven = OpenTokKind & { readonly driver: Driver }

export async function archiveStopsItself(scene: Scene<Driven>): Promise<void> {
  const { sdk, sessionId, alice } = scene
  const archive = await sdk.startArchive(sessionId, {})
  await sdk.driver.call({ on: refOf(archive), call: 'stop' })
  await alice.hears('archiveStopped', { id: Reflect.get(Object(archive), 'id') })
}

export async function archiveDeletesItself(scene: Scene<Driven>): Promise<void> {
  const { sdk, sessionId } = scene
  const id = await stoppedArchive(scene)
  await waitUntilKept(scene, id)
  await sdk.driver.call({ on: refOf(await sdk.archive(id)), call: 'delete' })
  const { items } = await sdk.archives({ sessionId })
  const left = items.filter((archive) => Reflect.get(Object(archive), 'id') === id)
  for (const archive of left) hasFields('archive', archive, { status: 'deleted' })
}

/** What a driver calls an object of an earlier answer by. */
export function refOf(object: unknown): number {
  return Number(Reflect.get(Object(object), '$ref'))
}
