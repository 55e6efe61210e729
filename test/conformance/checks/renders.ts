import assert from 'node:assert/strict'
import type { Check } from '../row.ts'
import type { Scene } from '../scene.ts'
import { hasFields, milliseconds, oneOf, text } from '../shape.ts'
import type { Listed, ListFilter } from './archives.ts'
import { nobody } from './nobody.ts'
import { isRefused, type Refusal } from './refusal.ts'
import type { Sessions } from './sessions.ts'

export interface RenderOptions {
  readonly token: string
  readonly url: string
  readonly maxDuration: number
  readonly resolution: string
}

export interface Renders extends Sessions {
  startRender(sessionId: string, options: RenderOptions): Promise<unknown>
  stopRender(renderId: string): Promise<unknown>
  render(renderId: string): Promise<unknown>
  renders(filter: ListFilter): Promise<Listed>
}

const running = oneOf('starting', 'started')

export async function startsRender(scene: Scene<Renders>): Promise<void> {
  const { sdk, sessionId, owner, stage } = scene
  const options = { url: stage.page, maxDuration: 600, resolution: '1280x720' }
  const render = await sdk.startRender(sessionId, { ...options, token: await token(scene) })
  try {
    hasFields('render', render, {
      ...owner.render,
      id: text,
      sessionId,
      url: options.url,
      resolution: options.resolution,
      status: running,
      createdAt: milliseconds,
      updatedAt: milliseconds,
    })
  } finally {
    await sdk.stopRender(String(Reflect.get(Object(render), 'id')))
  }
}

/** The composed page is in the session like anybody else, until the render is stopped. */
export async function publishesRender(scene: Scene<Renders>): Promise<void> {
  const { sdk, alice } = scene
  const streamIdOf = async (id: string) => {
    const render = await sdk.render(id)
    hasFields('render', render, { streamId: text })
    return render['streamId']
  }
  let streamId: unknown
  await whileRendering(scene, async (id) => {
    streamId = await streamIdOf(id)
    await alice.hears('streamCreated', { streamId })
  })
  await alice.hears('streamDestroyed', { streamId })
}

export async function stopsRender(scene: Scene<Renders>): Promise<void> {
  const id = await whileRendering(scene, () => Promise.resolve())
  hasFields('render', await scene.sdk.render(id), { id, status: 'stopped' })
}

export async function findsRender(scene: Scene<Renders>): Promise<void> {
  await whileRendering(scene, async (id) => {
    hasFields('render', await scene.sdk.render(id), {
      id,
      sessionId: scene.sessionId,
      url: scene.stage.page,
      status: running,
    })
  })
}

export async function listsRenders(scene: Scene<Renders>): Promise<void> {
  const { sdk } = scene
  await whileRendering(scene, async (id) => {
    const all = await sdk.renders({ count: 50 })
    assert.ok(all.count >= all.items.length)
    const [newest] = all.items.filter((render) => Reflect.get(Object(render), 'id') === id)
    hasFields('render', newest, { id, status: running })
    const page = await sdk.renders({ count: 1 })
    assert.equal(page.items.length, 1)
  })
}

export function refusesUnknownRender(refusal: Refusal): Check<Renders> {
  return ({ sdk }) => isRefused(sdk.render(nobody), refusal)
}

export function refusesBadAddress(refusal: Refusal): Check<Renders> {
  return async (scene) => {
    const options = { token: await token(scene), maxDuration: 600, resolution: '1280x720' }
    const url = 'no address of a web page'
    await isRefused(scene.sdk.startRender(scene.sessionId, { ...options, url }), refusal)
  }
}

async function whileRendering(
  scene: Scene<Renders>,
  step: (renderId: string) => Promise<void>,
): Promise<string> {
  const { sdk, sessionId, stage } = scene
  const options = { url: stage.page, maxDuration: 600, resolution: '1280x720' }
  const render = await sdk.startRender(sessionId, { ...options, token: await token(scene) })
  hasFields('render', render, { id: text })
  const id = String(render['id'])
  try {
    await step(id)
  } finally {
    await sdk.stopRender(id)
  }
  return id
}

function token({ sdk, sessionId }: Scene<Renders>): Promise<string> {
  return sdk.token(sessionId, { role: 'publisher' })
}
