import { html } from 'hono/html'
import type { Delivery } from '../callbacks/delivery.ts'
import type { Controls } from '../control/controls.ts'
import type { Html } from './page.ts'
import { sessionPath } from './paths.ts'
import { table } from './table.ts'
import { count, timeOf } from './text.ts'

const states: Readonly<Record<Delivery['state'], string>> = {
  unaddressed: 'nobody registered for it',
  waiting: 'is tried again',
  delivered: 'delivered',
  'given-up': 'given up',
}

/** What accounts were told of, and what became of it; the newest first. */
export function callbacksView(controls: Controls): Html {
  const callbacks = controls.callbacks().toReversed()
  return html`<h1>Callbacks</h1>
    <div data-live="callbacks">
      ${
        callbacks.length === 0
          ? html`<p class="empty">
              Nothing has happened yet that an account is told of. What happens is here, whether
              somebody registered for it or not.
            </p>`
          : table(['At', 'What', 'To', 'How it went'], callbacks.map(row))
      }
    </div>`
}

function row({ id, at, group, body, url, state, attempts, result, sessionId }: Delivery): Html {
  const failed = state === 'waiting' || state === 'given-up'
  // An archive's event is that it is one.
  const event = body['event'] === group ? body['status'] : (body['event'] ?? body['status'])
  return html`<tr class="${failed ? 'refused' : ''}">
    <td>${timeOf(at)}</td>
    <td>
      <details id="callback-${id}">
        <summary>${group}${typeof event === 'string' ? `: ${event}` : ''}</summary>
        <a href="${sessionPath(sessionId)}">its session</a>
        <pre>${JSON.stringify(body, null, 2)}</pre>
      </details>
    </td>
    <td>${url ?? ''}</td>
    <td>
      ${states[state]}${attempts > 0 ? `, ${count(attempts, 'attempt')}` : ''}${result === undefined ? '' : `, ${result}`}
    </td>
  </tr>`
}
