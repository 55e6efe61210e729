import { servePages, type PageServer } from './page-server.ts'

const type = 'text/html; charset=utf-8'
const start = '<!doctype html><link rel="icon" href="data:," />'

/** Serves `/`, which has loaded the unmodified OpenTok.js and nothing of ours, and `/empty`, which has loaded nothing. */
export function serveBarePage(): Promise<PageServer> {
  return servePages({
    '/': { type, content: `${start}<script src="/opentok.min.js"></script>` },
    '/empty': { type, content: start },
  })
}
