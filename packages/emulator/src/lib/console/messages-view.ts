import { html } from 'hono/html'
import type { SessionView } from '../control/inspect.ts'
import type { LoggedMessage } from '../control/message-log.ts'
import type { Html } from './page.ts'
import { table } from './table.ts'
import { nameOf, shortId, textOf, timeOf } from './text.ts'

/** More than these a page would fetch again and again in vain. */
const mostShown = 100

/** What clients and REST have said to a session, and how it was answered; the newest first. */
export function messagesView(session: SessionView, messages: readonly LoggedMessage[]): Html {
  const names = new Map(session.connections.map((one) => [textOf(one, 'id'), nameOf(one)]))
  // Time going by is no news.
  const said = messages.filter(({ message }) => message.type !== 'wake').toReversed()
  const asJson = `/_emulator/sessions/${encodeURIComponent(session.sessionId)}/messages`
  return html`<section aria-labelledby="messages">
    <h2 id="messages">Messages</h2>
    <div data-live="messages">
      ${
        said.length === 0
          ? html`<p class="empty">Nothing was said yet.</p>`
          : table(
              ['At', 'From', 'Message', 'Answer'],
              said.slice(0, mostShown).map((one, index) => row(one, said.length - index, names)),
            )
      }
    </div>
    <p>
      <small>The latest ${mostShown}; <a href="${asJson}">the latest 500 as JSON</a></small>
    </p>
  </section>`
}

function row(
  { at, from, message, status, reason }: LoggedMessage,
  number: number,
  names: ReadonlyMap<string, string>,
): Html {
  const { type, ...rest } = message
  const isRefused = status >= 300 && typeof reason === 'string'
  return html`<tr class="${isRefused ? 'refused' : ''}">
    <td>${timeOf(at)}</td>
    <td>${from === '' ? 'REST' : names.get(from) || shortId(from)}</td>
    <td>
      <details id="message-${number}">
        <summary>${type}</summary>
        <pre>${JSON.stringify(rest, null, 2)}</pre>
      </details>
    </td>
    <td>${status}${isRefused ? ` ${reason}` : ''}</td>
  </tr>`
}
