import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Clock } from '../clock.ts'
import type { Broadcast } from '../session/broadcast/broadcast.ts'
import type { FilmCommand } from '../session/film/command.ts'
import type { Archive } from '../session/archive/archive.ts'
import type { Session } from '../session/session.ts'
import { createAir } from './air.ts'
import type { Air } from './air.ts'
import { makeArchive } from './make-archive.ts'
import { createReel } from './reel.ts'
import type { Reel } from './reel.ts'
import type { Studio, StudioLot } from './studio.ts'
import { tracksOf } from './tracks.ts'

export interface StudioOptions {
  readonly lot: StudioLot
  readonly clock: Clock
  /** Where files go and stay; a folder of the system's that goes with the emulator when absent. */
  readonly folder?: string
  /** The program that composes: a name on the PATH, or a path. */
  readonly ffmpeg: string
  readonly log: (line: string) => void
}

/** A studio with the media router's recordings and FFmpeg. */
export function createStudio(options: StudioOptions): Studio {
  const { lot, clock, ffmpeg, log } = options
  const reels = new Map<string, Reel>()
  const airs = new Map<string, Air>()
  const ending = new Set<Promise<void>>()
  const files = new Map<string, string>()
  // One film at a time: each takes the whole machine.
  let queue = Promise.resolve()
  let ended = new AbortController()
  let root: string | undefined

  const folderOf = (film: string): string => {
    root ??= options.folder ?? mkdtempSync(join(tmpdir(), 'opentok-emulator-'))
    const folder = join(root, film)
    mkdirSync(folder, { recursive: true })
    return folder
  }
  const reelOf = (session: Session, archive: Archive): Reel => {
    const known = reels.get(archive.id)
    if (known !== undefined) return known
    const reel = createReel({
      folder: folderOf(archive.id),
      tracks: tracksOf(archive),
      route: (command) => lot.route(session.id, command),
    })
    reels.set(archive.id, reel)
    return reel
  }
  const finish = (session: Session, archive: Archive) => {
    const reel = reelOf(session, archive)
    const { signal } = ended
    const footage = reel.finish(session.at)
    if (archive.state.type === 'failed') return
    queue = queue.then(async () => {
      const { folder } = reel
      try {
        const workshop = { archive, session, footage: await footage, folder, ffmpeg, signal }
        const { path, size, durationMs } = await makeArchive(workshop)
        files.set(archive.id, path)
        lot.delivered(session.id, { archive: archive.id, file: { size, durationMs } })
      } catch (error) {
        if (signal.aborted) return
        const fault = error instanceof Error ? error.message : String(error)
        log(`archive ${archive.id} failed: ${fault} What was recorded is in ${folder}`)
        lot.delivered(session.id, { archive: archive.id, fault })
      }
    })
  }
  const airOf = (session: Session, broadcast: Broadcast): Air => {
    const known = airs.get(broadcast.id)
    if (known !== undefined) return known
    const air = createAir(broadcast, {
      folder: folderOf(broadcast.id),
      ffmpeg,
      log,
      route: (command) => lot.route(session.id, command),
      aired: (status) => lot.aired(session.id, broadcast.id, status),
    })
    airs.set(broadcast.id, air)
    return air
  }
  const broadcastFilm = (session: Session, broadcast: Broadcast, command: FilmCommand) => {
    if (command.type === 'show') return airOf(session, broadcast).show(command.scene, session.at)
    endAir(broadcast.id, (air) => air.end(session.at))
  }
  const endAir = (id: string, end: (air: Air) => Promise<void>) => {
    const air = airs.get(id)
    airs.delete(id)
    if (air === undefined) return
    const ended = end(air).then(() => {
      ending.delete(ended)
      rmSync(air.folder, { recursive: true, force: true })
    })
    ending.add(ended)
  }
  const discard = (film: string) => {
    const reel = reels.get(film)
    reels.delete(film)
    files.delete(film)
    if (reel !== undefined) rmSync(reel.folder, { recursive: true, force: true })
  }
  const clear = () => {
    ended.abort()
    ended = new AbortController()
    for (const id of airs.keys()) endAir(id, (air) => air.abandon(clock.now()))
    reels.clear()
    files.clear()
    if (root !== undefined && options.folder === undefined) {
      rmSync(root, { recursive: true, force: true })
      root = undefined
    }
  }

  return {
    perform: (session, command) => {
      const broadcast = session.broadcasts.get(command.film)
      if (broadcast !== undefined) return broadcastFilm(session, broadcast, command)
      const archive = session.archives.get(command.film)
      if (command.type === 'discard') return discard(command.film)
      if (archive === undefined) return
      if (command.type === 'finish') return finish(session, archive)
      reelOf(session, archive).show(command.scene, session.at)
    },
    recorded: (event) => {
      for (const film of [...reels.values(), ...airs.values()]) film.recorded(event)
    },
    lost: () => {
      for (const film of [...reels.values(), ...airs.values()]) film.lost(clock.now())
    },
    broadcastFolder: (broadcast) => airs.get(broadcast)?.folder,
    fileOf: (archive) => files.get(archive),
    clear,
    close: async () => {
      ended.abort()
      await queue
      clear()
      await Promise.all(ending)
    },
  }
}
