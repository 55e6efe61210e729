import { isDeepStrictEqual } from 'node:util'
import { html } from 'hono/html'
import type { SessionView } from '../control/inspect.ts'
import type { LoggedMessage } from '../control/message-log.ts'
import { isJsonObject } from '../wire/json.ts'
import type { JsonObject } from '../wire/json.ts'
import { archivesView } from './archives-view.ts'
import { messagesView } from './messages-view.ts'
import { networks } from './networks.ts'
import type { Network } from './networks.ts'
import type { Html } from './page.ts'
import { root, sessionPath } from './paths.ts'
import { count, nameOf, objectsIn, shortId, textOf, timeOf } from './text.ts'

/** Who is in a session, what goes on in it, and what can be done to it. */
export function sessionView(session: SessionView, messages: readonly LoggedMessage[]): Html {
  const { sessionId, key, mediaMode, archiveMode, e2ee, createdAt, connections } = session
  return html`<p><a href="${root}">All sessions</a></p>
    <h1>Session</h1>
    <p class="id"><code>${sessionId}</code></p>
    <p>
      ${mediaMode}${e2ee ? ', encrypted' : ''}${archiveMode === 'always' ? ', always archived' : ''},
      of
      <code>${key}</code>, made at ${timeOf(createdAt)}
    </p>
    <section aria-labelledby="people">
      <h2 id="people">People</h2>
      <div data-live="people">
        ${
          connections.length === 0
            ? html`<p class="empty">Nobody is connected.</p>`
            : html`<ul class="people">
                ${connections.map((connection) => person(session, connection))}
              </ul>`
        }
      </div>
      ${
        mediaMode === 'routed'
          ? html`<form class="inline" method="post" action="${sessionPath(sessionId)}/participants">
              <label>Name <input name="name" maxlength="200" placeholder="Somebody" /></label>
              <button>Bring somebody to see and hear</button>
            </form>`
          : html`<p class="empty">
              A routed session could be brought somebody to see and hear, and be given bad networks.
            </p>`
      }
    </section>
    ${archivesView(session)} ${messagesView(session, messages)}`
}

function person(session: SessionView, connection: JsonObject): Html {
  const id = textOf(connection, 'id')
  const sent = session.streams.filter((stream) => ownerOf(stream) === id)
  const watched = session.subscriptions.filter((one) => textOf(one, 'subscriber') === id)
  const isGuest = session.participants.some((one) => textOf(one, 'id') === id)
  const path = sessionPath(session.sessionId)
  return html`<li>
    <h3>
      ${nameOf(connection) || 'Without a name'}
      <small>${textOf(connection, 'role')} ${shortId(id)}</small>
    </h3>
    ${sent.map(streamLine)}
    <p>watches ${watched.length === 0 ? 'nobody' : count(watched.length, 'stream')}</p>
    ${sent.filter((stream) => isCaptioned(session, stream)).map((stream) => captionForm(path, stream))}
    ${isGuest ? leaveForm(path, id) : session.mediaMode === 'routed' ? networkForm(path, connection) : ''}
  </li>`
}

function streamLine(stream: JsonObject): Html {
  const tracks = objectsIn(stream, 'channel')
    .filter((channel) => ['audio', 'video'].includes(textOf(channel, 'type')))
    .map((channel) => {
      const width = textOf(channel, 'width')
      const size = width === '' ? '' : ` ${width}×${textOf(channel, 'height')}`
      const name = textOf(channel, 'source') || textOf(channel, 'type')
      return `${name}${size}${channel['active'] === true ? '' : ' off'}`
    })
  return html`<p>sends ${tracks.join(', ')} ${shortId(textOf(stream, 'id'))}</p>`
}

/** Whether what is said in a stream would be shown to somebody. */
function isCaptioned({ captions }: SessionView, stream: JsonObject): boolean {
  const channel = objectsIn(stream, 'channel').find((one) => textOf(one, 'id') === 'caption1')
  return captions !== null && channel?.['active'] === true
}

function captionForm(path: string, stream: JsonObject): Html {
  const action = `${path}/streams/${encodeURIComponent(textOf(stream, 'id'))}/captions`
  return html`<form class="inline" method="post" action="${action}">
    <label>Caption <input name="text" maxlength="1000" required /></label>
    <button>Say</button>
  </form>`
}

function leaveForm(path: string, id: string): Html {
  return html`<form method="post" action="${path}/participants/${encodeURIComponent(id)}/leave">
    <button>Take out</button>
  </form>`
}

function networkForm(path: string, connection: JsonObject): Html {
  const action = `${path}/connections/${encodeURIComponent(textOf(connection, 'id'))}/network`
  const isNow = ({ impairment }: Network) => isDeepStrictEqual(impairment, connection['network'])
  return html`<form class="inline" method="post" action="${action}">
    <label
      >Network
      <select name="network">
        ${networks.some(isNow) ? '' : html`<option selected disabled>Of your own</option>`}
        ${networks.map((one) => html`<option ${isNow(one) ? 'selected' : ''}>${one.name}</option>`)}
      </select></label
    >
    <button>Set</button>
  </form>`
}

function ownerOf({ connection }: JsonObject): string {
  return isJsonObject(connection) ? textOf(connection, 'id') : ''
}
