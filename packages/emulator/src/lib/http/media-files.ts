import { Hono } from 'hono'
import type { Platform } from '../platform/platform.ts'
import { archiveFile, isGoodLink } from '../rest/archive-link.ts'
import { refusal } from './refusal.ts'

/** The files of archives, which anybody may fetch who has a link that is still good. */
export function mediaFiles(platform: Platform): Hono {
  return new Hono().get('/archives/:key/:archive/:file', (context) => {
    const url = new URL(context.req.url)
    if (!isGoodLink(url, platform.clock.now())) {
      return refusal(403, { message: 'This link is not good any more; ask for the archive again' })
    }
    const session = platform
      .list()
      .find(({ archives }) => archives.has(context.req.param('archive')))
    const archive = session?.archives.get(context.req.param('archive'))
    if (session === undefined || archive?.state.type !== 'available') {
      return refusal(404, { message: 'The archive is not there any more' })
    }
    if (archiveFile(session, archive) !== url.pathname) {
      return refusal(404, { message: 'There is no such file' })
    }
    return refusal(501, { message: 'Archives have no media in them until the media router exists' })
  })
}
