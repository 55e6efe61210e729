import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Platform } from '../platform/platform.ts'
import type { Archive } from '../session/archive/archive.ts'
import type { Callback } from '../session/outcome.ts'
import type { Session } from '../session/session.ts'

/** How long the address of an archive's file is good for, in milliseconds. */
export const linkLifetime = 10 * 60 * 1000

// Links are good for as long as this process runs at most, so nobody needs to know the key.
const linkKey = randomBytes(32)

interface Reader {
  /** Where the caller finds the platform. */
  readonly origin: string
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** The path of an archive's file, as in the bucket of the platform. */
export function archiveFile({ key }: Pick<Session, 'key'>, { id, output }: Archive): string {
  return `/archives/${key}/${id}/archive.${output.mode === 'composed' ? 'mp4' : 'zip'}`
}

/** An address under which the file can be fetched for ten minutes; null when there is none to fetch. */
export function linkToArchive(
  session: Pick<Session, 'key'>,
  archive: Archive,
  { origin, now }: Reader,
): string | null {
  if (archive.state.type !== 'available') return null
  const path = archiveFile(session, archive)
  const expires = String(now + linkLifetime)
  const query = new URLSearchParams({ expires, signature: sign(path, expires).toString('hex') })
  return `${origin}${path}?${query.toString()}`
}

/** Finds the file of an archive by its id, whosoever's it is. */
export function archiveLinks(platform: Pick<Platform, 'list' | 'clock'>) {
  return (archiveId: string, origin: string): string | undefined => {
    const session = platform.list().find(({ archives }) => archives.has(archiveId))
    const archive = session?.archives.get(archiveId)
    if (session === undefined || archive === undefined) return undefined
    return linkToArchive(session, archive, { origin, now: platform.clock.now() }) ?? undefined
  }
}

/** The callback with a link in it, where it tells of a file that can be fetched. */
export function linkCallback(session: Session, callback: Callback, reader: Reader): Callback {
  const { group, body } = callback
  const { id, status } = body
  if (group !== 'archive' || status !== 'available' || typeof id !== 'string') return callback
  const archive = session.archives.get(id)
  if (archive === undefined) return callback
  return { ...callback, body: { ...body, url: linkToArchive(session, archive, reader) } }
}

/** Whether a link is one of ours and still good. */
export function isGoodLink(url: URL, now: number): boolean {
  const expires = url.searchParams.get('expires') ?? ''
  const given = Buffer.from(url.searchParams.get('signature') ?? '', 'hex')
  const expected = sign(url.pathname, expires)
  return (
    given.length === expected.length && timingSafeEqual(given, expected) && now < Number(expires)
  )
}

function sign(path: string, expires: string): Buffer {
  return createHmac('sha256', linkKey).update(`${path}?${expires}`).digest()
}
