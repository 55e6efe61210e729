import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import type { Context } from 'hono'
import type { Controls } from '../control/controls.ts'
import { EmulatorError } from '../error.ts'
import { acts } from './acts.ts'
import { callbacksView } from './callbacks-view.ts'
import { page } from './page.ts'
import type { Html } from './page.ts'
import { root, sessionPath } from './paths.ts'
import { sessionView } from './session-view.ts'
import { sessionsView } from './sessions-view.ts'
import { styles } from './styles.ts'

/** What the console shows and does. */
export interface ConsoleOptions {
  readonly controls: Controls
  /** Where the file of an archive can be fetched for a while, when it has one. */
  readonly linkToArchive: (archiveId: string, origin: string) => string | undefined
}

// Everything on a page comes from here, and nobody else may show it in a frame.
const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; media-src 'self'; " +
  "img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

const script = readFileSync(new URL('live.js', import.meta.url), 'utf8')

/** Pages for people who want to see what the emulator holds, and to make things happen; made on the server, whole without script. */
export function createConsole({ controls, linkToArchive }: ConsoleOptions): Hono {
  const pages = new Hono()
  pages.get('/', (context) => context.redirect(root))

  pages.use(`${root}/*`, async (context, next) => {
    await next()
    context.header('content-security-policy', policy)
    context.header('x-content-type-options', 'nosniff')
    // Without any referrer a form would come from nowhere, and be refused.
    context.header('referrer-policy', 'same-origin')
    context.header('cache-control', 'no-store')
  })
  pages.get(`${root}/styles.css`, (context) => context.body(styles, 200, typed('text/css')))
  pages.get(`${root}/live.js`, (context) => context.body(script, 200, typed('text/javascript')))

  const show = (context: Context, title: string, content: Html) =>
    context.html(page({ title, content, trouble: context.req.query('trouble') }))

  pages.get(root, (context) => show(context, 'Sessions', sessionsView(controls)))
  pages.get(`${root}/callbacks`, (context) => show(context, 'Callbacks', callbacksView(controls)))
  pages.get(`${root}/sessions/:session`, (context) => {
    const id = context.req.param('session')
    const session = controls.sessions().find(({ sessionId }) => sessionId === id)
    if (session === undefined) {
      // As after a reset: whoever looks at it goes on among those there are.
      return context.redirect(back('This session is not there any more.'))
    }
    return show(context, 'Session', sessionView(session, controls.messages(id)))
  })
  pages.get(`${root}/archives/:archive`, (context) => {
    const link = linkToArchive(context.req.param('archive'), new URL(context.req.url).origin)
    return link === undefined
      ? context.redirect(back('This archive has no file now.'))
      : context.redirect(link)
  })

  for (const { path, act } of acts) {
    pages.post(`${root}${path}`, async (context) => {
      const form = await context.req.formData()
      const session = context.req.param('session')
      const from = session === undefined ? root : sessionPath(session)
      try {
        await act(controls, {
          of: (name) => context.req.param(name) ?? '',
          field: (name) => {
            const value = form.get(name)
            return typeof value === 'string' ? value : ''
          },
        })
      } catch (error) {
        if (!(error instanceof EmulatorError)) throw error
        return context.redirect(back(error.message, from), 303)
      }
      return context.redirect(from, 303)
    })
  }
  return pages
}

/** The page that somebody came from, with what could not be done. */
function back(trouble: string, from = root): string {
  return `${from}?${new URLSearchParams({ trouble }).toString()}`
}

function typed(type: string): { readonly 'content-type': string } {
  return { 'content-type': `${type}; charset=utf-8` }
}
