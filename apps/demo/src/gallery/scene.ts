import type { FakeAnswers, FakePlatform } from '@ot-room/room/testing'
import type { OtRoom } from 'ot-room'

/** A room on a platform that does as it is told. */
export interface Scene {
  readonly room: OtRoom
  readonly platform: FakePlatform
  /** What it is asked is answered with credentials unless it is told otherwise. */
  readonly backend: { answers: FakeAnswers }
}

export const names = [
  'Bob Marsh',
  'Chiamaka Obi',
  'Dmitri Petrov',
  'Elif Yıldız',
  'Farah Nasser',
  'Goro Ito',
]

/** A host's join is answered with this. */
export function host(...features: string[]) {
  return {
    body: { applicationId: 'a', sessionId: 's', token: 't', role: 'moderator', features },
  }
}

/** Clicks a button of the toolbar. */
export async function open({ room }: Scene, button: string): Promise<void> {
  const toolbar = await until(() => room.shadowRoot?.querySelector('ot-toolbar'))
  ;(await until(() => toolbar.shadowRoot?.querySelector<HTMLElement>(`.${button}`))).click()
}

/** Comes in with so many others. */
export async function company({ room, platform }: Scene, count: number): Promise<void> {
  await join(room)
  for (const [index, name] of names.slice(0, count).entries()) {
    platform.addStream(
      { id: `p${index}`, name },
      { id: `s${index}`, hasVideo: index !== 1, hasAudio: index !== 2 },
    )
  }
}

/** A state is asked for before the room is on the page, so that it can prepare what is there then. */
export async function join(room: OtRoom): Promise<void> {
  await until(() => room.isConnected)
  await room.join()
  await until(() => room.shadowRoot?.querySelector('ot-stage'))
}

export function enter(room: OtRoom): void {
  // What is shown says how it went.
  join(room).catch(() => undefined)
}

export function attributed(room: OtRoom, attributes: Readonly<Record<string, string>>): OtRoom {
  for (const [name, value] of Object.entries(attributes)) room.setAttribute(name, value)
  return room
}

export async function until<Value>(
  condition: () => Value | null | undefined | false,
): Promise<Value> {
  for (;;) {
    const value = condition()
    if (value) return value
    await new Promise(requestAnimationFrame)
  }
}
