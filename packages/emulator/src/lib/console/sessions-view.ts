import { html } from 'hono/html'
import type { Controls } from '../control/controls.ts'
import type { SessionView } from '../control/inspect.ts'
import type { Html } from './page.ts'
import { root, sessionPath } from './paths.ts'
import { table } from './table.ts'
import { count, shortId, textOf, timeOf } from './text.ts'

const headings = ['Session', 'Made at', 'Media', 'People', 'Streams', 'Archives', 'Owner']

/** Every session, and what can be done to all of them. */
export function sessionsView(controls: Controls): Html {
  const sessions = controls.sessions().toSorted((one, other) => other.createdAt - one.createdAt)
  return html`<h1>Sessions</h1>
    <div data-live="sessions">
      ${sessions.length === 0 ? noSessions() : table(headings, sessions.map(row))}
    </div>
    <section aria-labelledby="faults">
      <h2 id="faults">Faults</h2>
      <div class="acts">
        ${button('drop-sockets', 'Break every socket', 'Clients come back by themselves.')}
        ${button('crash-media', 'Crash the media router', 'Media of routed sessions comes back by itself.')}
        <details id="reset">
          <summary>Start again</summary>
          ${button('reset', 'End every client and start again', 'Only what the seed has is there then.')}
        </details>
      </div>
    </section>`
}

function noSessions(): Html {
  return html`<p class="empty">
    No session yet. One is here as soon as a server SDK creates it, with this address as its API.
  </p>`
}

function row(session: SessionView): Html {
  const { sessionId, createdAt, mediaMode, e2ee, connections, streams, archives, key } = session
  const recording = archives.filter((one) => textOf(one, 'status') === 'started').length
  return html`<tr>
    <th scope="row"><a href="${sessionPath(sessionId)}">${shortened(sessionId)}</a></th>
    <td>${timeOf(createdAt)}</td>
    <td>${mediaMode}${e2ee ? ', encrypted' : ''}</td>
    <td class="number">${connections.length}</td>
    <td class="number">${streams.length}</td>
    <td>
      ${archives.length === 0 ? '' : count(archives.length, 'archive')}${recording > 0 ? html` <strong class="live">recording</strong>` : ''}
    </td>
    <td>${shortId(key)}</td>
  </tr>`
}

function shortened(id: string): string {
  return id.length > 26 ? `${id.slice(0, 24)}…` : id
}

function button(path: string, text: string, help: string): Html {
  return html`<form method="post" action="${root}/${path}">
    <button>${text}</button> <small>${help}</small>
  </form>`
}
