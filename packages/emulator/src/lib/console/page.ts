import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import { root } from './paths.ts'

/** A piece of a page, with everything in it escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

/** What a page is made of. */
export interface Page {
  readonly title: string
  readonly content: Html
  /** What somebody asked for and could not be done. */
  readonly trouble: string | undefined
}

/** What every page has around what it is about. */
export function page({ title, content, trouble }: Page): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} - OpenTok emulator</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${root}/styles.css" />
        <script type="module" src="${root}/live.js"></script>
      </head>
      <body>
        <header>
          <a class="brand" href="${root}">OpenTok emulator</a>
          <nav aria-label="Console">
            ${link(root, 'Sessions', title)} ${link(`${root}/callbacks`, 'Callbacks', title)}
          </nav>
        </header>
        ${trouble === undefined ? '' : html`<p class="trouble" role="alert">${trouble}</p>`}
        <main>${content}</main>
        <footer>
          <p>
            For development and tests. The same is there as JSON below <code>/_emulator</code>, and
            in code.
          </p>
        </footer>
      </body>
    </html>`
}

function link(path: string, text: string, title: string): Html {
  return text === title
    ? html`<a href="${path}" aria-current="page">${text}</a>`
    : html`<a href="${path}">${text}</a>`
}
