import { stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { Hono } from 'hono'
import type { Platform } from '../platform/platform.ts'
import { archiveFile, isGoodLink } from '../rest/archive-link.ts'
import { isOnAir } from '../session/broadcast/broadcast.ts'
import { sendFile } from './send-file.ts'
import { refusal } from '../rest/refusal.ts'

/** The files of archives, for who has a link that is still good, and the playlists of broadcasts, for all. */
export function mediaFiles(platform: Platform): Hono {
  const files = new Hono()
  files.get('/archives/:key/:archive/:file', (context): Response | Promise<Response> => {
    const url = new URL(context.req.url)
    if (!isGoodLink(url, platform.clock.now())) {
      return refusal(403, { message: 'This link is not good any more; ask for the archive again' })
    }
    const id = context.req.param('archive')
    const session = platform.list().find(({ archives }) => archives.has(id))
    const archive = session?.archives.get(id)
    if (session === undefined || archive?.state.type !== 'available') {
      return refusal(404, { message: 'The archive is not there any more' })
    }
    if (archiveFile(session, archive) !== url.pathname) {
      return refusal(404, { message: 'There is no such file' })
    }
    const path = platform.archiveFile(id)
    if (path === undefined) {
      return refusal(501, {
        message: 'The emulator runs without a media router and records nothing',
      })
    }
    const contentType = path.endsWith('.zip') ? 'application/zip' : 'video/mp4'
    return sendFile(path, { contentType, range: context.req.header('range') })
  })
  files.get('/broadcasts/:key/:broadcast/:file', (context): Response | Promise<Response> => {
    const { key: owner, broadcast: id, file } = context.req.param()
    const session = platform
      .list()
      .find(({ key, broadcasts }) => key === owner && broadcasts.has(id))
    const broadcast = session?.broadcasts.get(id)
    if (!broadcast?.outputs.hls || !isOnAir(broadcast)) {
      return refusal(404, { message: 'There is no such broadcast on air' })
    }
    const folder = platform.broadcastFolder(id)
    if (folder === undefined) {
      return refusal(501, { message: 'The emulator runs without a media router and sends nothing' })
    }
    return sendSegment(folder, file, context.req.header('range'))
  })
  return files
}

const segmentTypes: Readonly<Record<string, string>> = {
  '.m3u8': 'application/vnd.apple.mpegurl',
  '.ts': 'video/mp2t',
  '.m4s': 'video/iso.segment',
  '.mp4': 'video/mp4',
}

/** A playlist or a segment; players on any page may read them. */
async function sendSegment(
  folder: string,
  file: string,
  range: string | undefined,
): Promise<Response> {
  const contentType = segmentTypes[extname(file)]
  const path = join(folder, basename(file))
  const isThere = contentType !== undefined && (await stat(path).catch(() => undefined))
  if (!isThere) return refusal(404, { message: 'There is no such file yet, or not any more' })
  const response = await sendFile(path, { contentType, range })
  response.headers.set('access-control-allow-origin', '*')
  response.headers.set('cache-control', 'no-cache')
  return response
}
