import type { Check } from '../row.ts'
import type { Scene } from '../scene.ts'
import { count, hasFields, milliseconds, text } from '../shape.ts'
import assert from 'node:assert/strict'
import { nobody } from './nobody.ts'
import { isRefused, type Refusal } from './refusal.ts'
import type { Sessions } from './sessions.ts'

export interface Captions extends Sessions {
  /** Resolves with the id of the captions. */
  startCaptions(sessionId: string, token: string): Promise<unknown>
  stopCaptions(captionsId: string): Promise<unknown>
}

export interface CaptionStatus extends Captions {
  captions(captionsId: string): Promise<unknown>
}

export async function startsCaptions(scene: Scene<Captions>): Promise<void> {
  await whileCaptioned(scene, async (id) => assert.match(id, /^[0-9a-f-]{36}$/))
}

/** Captions that have stopped may start again. */
export async function stopsCaptions(scene: Scene<Captions>): Promise<void> {
  await whileCaptioned(scene, () => Promise.resolve())
  await whileCaptioned(scene, () => Promise.resolve())
}

export async function tellsCaptionStatus(scene: Scene<CaptionStatus>): Promise<void> {
  const { sdk, sessionId, applicationId } = scene
  const id = await whileCaptioned(scene, async (captionId) => {
    hasFields('captions', await sdk.captions(captionId), {
      captionId,
      applicationId,
      sessionId,
      status: 'started',
      createdAt: milliseconds,
      updatedAt: milliseconds,
      duration: count,
      languageCode: text,
      provider: text,
    })
  })
  hasFields('captions', await sdk.captions(id), { captionId: id, status: 'stopped' })
}

export function refusesSecondCaptions(refusal: Refusal): Check<Captions> {
  return (scene) =>
    whileCaptioned(scene, async () => isRefused(started(scene), refusal)).then(() => undefined)
}

export function refusesCaptionsOfPublisher(refusal: Refusal): Check<Captions> {
  return async ({ sdk, sessionId }) => {
    const token = await sdk.token(sessionId, { role: 'publisher' })
    await isRefused(sdk.startCaptions(sessionId, token), refusal)
  }
}

export function refusesToStopUnknownCaptions(refusal: Refusal): Check<Captions> {
  return ({ sdk }) => isRefused(sdk.stopCaptions(nobody), refusal)
}

async function whileCaptioned(
  scene: Scene<Captions>,
  step: (captionsId: string) => Promise<void>,
): Promise<string> {
  const id = await started(scene)
  try {
    await step(id)
  } finally {
    await scene.sdk.stopCaptions(id)
  }
  return id
}

async function started({ sdk, sessionId }: Scene<Captions>): Promise<string> {
  const token = await sdk.token(sessionId, { role: 'moderator' })
  return String(await sdk.startCaptions(sessionId, token))
}
