import { readdir } from 'node:fs/promises'
import { isDeepStrictEqual } from 'node:util'
import { setTimeout as wait } from 'node:timers/promises'
import type { ChildServer, EmulatorGreeting } from '../support/child-server.ts'
import { mediaProcessOf } from '../support/media-process.ts'
import { holdingsOf, type Holdings } from './holdings.ts'

/** What is held while nobody is there. */
export type Rest = {
  emulator: Holdings & { heapMb: number }
  media: Holdings
  /** Files and folders below the folder for temporary ones. */
  files: number
}

// Longer than an idle connection of HTTP is kept, and than what has been closed takes to end.
const lookMs = 6000
const mostLooks = 10

/** Waits until nobody is there and nothing is given back any more. */
export async function restOf(
  emulator: ChildServer<EmulatorGreeting>,
  folder: string,
): Promise<Rest> {
  await untilNobodyIsThere(emulator.greeting.url)
  const media = mediaProcessOf(emulator.pid)
  const look = async (): Promise<Rest> => ({
    emulator: { ...holdingsOf(emulator.pid), heapMb: (await emulator.memory()).heap / 2 ** 20 },
    media: holdingsOf(media),
    files: (await readdir(folder, { recursive: true })).length,
  })
  let rest = await look()
  for (let looks = 1; looks < mostLooks; looks += 1) {
    await wait(lookMs)
    const next = await look()
    const isSettled = isDeepStrictEqual(countsOf(next), countsOf(rest))
    rest = next
    if (isSettled) break
  }
  return rest
}

/** What has to be the same to the last one, unlike memory. */
export function countsOf({ emulator, media, files }: Rest): Record<string, number> {
  return {
    'sockets of the emulator': emulator.sockets,
    'other descriptors of the emulator': emulator.descriptors,
    'threads of the emulator': emulator.threads,
    'sockets of the media router': media.sockets,
    'other descriptors of the media router': media.descriptors,
    'threads of the media router': media.threads,
    'temporary files': files,
  }
}

/** A client that was killed is waited for, in case that it comes back. */
async function untilNobodyIsThere(url: string): Promise<void> {
  for (;;) {
    const response = await fetch(`${url}/_emulator/sessions`)
    const { sessions } = (await response.json()) as { sessions: { connections: unknown[] }[] }
    if (sessions.every(({ connections }) => connections.length === 0)) return
    await wait(500)
  }
}
