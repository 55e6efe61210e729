import type { Check } from '../row.ts'
import type { Scene } from '../scene.ts'
import { hasFields, text } from '../shape.ts'
import { nobody } from './nobody.ts'
import { isRefused, type Refusal } from './refusal.ts'
import type { Sessions } from './sessions.ts'

export interface SipOptions {
  readonly token: string
  readonly uri: string
  readonly from?: string
  readonly headers?: Readonly<Record<string, string>>
}

export interface Dialling extends Sessions {
  dial(sessionId: string, options: SipOptions): Promise<unknown>
  disconnect(sessionId: string, connectionId: string): Promise<unknown>
}

export interface Tones {
  dtmf(sessionId: string, digits: string, connectionId?: string): Promise<unknown>
}

/** The phone is in the session like anybody else. */
export async function dialsPhone({ sdk, sessionId, alice }: Scene<Dialling>): Promise<void> {
  const call = await sdk.dial(sessionId, {
    token: await sdk.token(sessionId, { data: 'phone' }),
    uri: 'sip:ada@127.0.0.1:5070',
    from: '15551115555@example.com',
    headers: { 'X-Room': 'support' },
  })
  hasFields('call', call, { id: text, connectionId: text, streamId: text })
  const { connectionId, streamId } = call
  await alice.hears('connectionCreated', { connectionId })
  await alice.hears('streamCreated', { streamId })
  await sdk.disconnect(sessionId, String(connectionId))
  await alice.hears('connectionDestroyed', { connectionId })
}

export function refusesBadToken(refusal: Refusal): Check<Dialling> {
  return ({ sdk, sessionId }) =>
    isRefused(sdk.dial(sessionId, { token: 'no token', uri: 'sip:ada@127.0.0.1:5070' }), refusal)
}

export async function playsTonesToAll(scene: Scene<Dialling & Tones>): Promise<void> {
  const { sdk, sessionId } = scene
  await whileCalling(scene, () => sdk.dtmf(sessionId, '0123456789*#p'))
}

export async function playsTonesToOne(scene: Scene<Dialling & Tones>): Promise<void> {
  const { sdk, sessionId } = scene
  await whileCalling(scene, (phone) => sdk.dtmf(sessionId, '42', phone))
}

export function refusesOtherTones(refusal: Refusal): Check<Dialling & Tones> {
  return (scene) =>
    whileCalling(scene, () => isRefused(scene.sdk.dtmf(scene.sessionId, 'hello'), refusal))
}

export function refusesTonesToNobody(refusal: Refusal): Check<Tones> {
  return ({ sdk, sessionId }) => isRefused(sdk.dtmf(sessionId, '1', nobody), refusal)
}

/** Runs a step while a phone is in the session, and puts it out whatever comes of the step. */
async function whileCalling(
  { sdk, sessionId }: Scene<Dialling>,
  step: (connectionId: string) => Promise<unknown>,
): Promise<void> {
  const token = await sdk.token(sessionId, { data: 'phone' })
  const call = await sdk.dial(sessionId, { token, uri: 'sip:ada@127.0.0.1:5070' })
  hasFields('call', call, { connectionId: text })
  const phone = String(call['connectionId'])
  try {
    await step(phone)
  } finally {
    await sdk.disconnect(sessionId, phone)
  }
}
