import { html } from 'hono/html'
import type { SessionView } from '../control/inspect.ts'
import type { JsonObject } from '../wire/json.ts'
import type { Html } from './page.ts'
import { root, sessionPath } from './paths.ts'
import { shortId, textOf } from './text.ts'

/** What was recorded of a session and is sent out of it; nothing where there is neither. */
export function archivesView(session: SessionView): Html {
  const { archives, broadcasts } = session
  return html`<div data-live="archives">
    ${
      archives.length === 0
        ? ''
        : html`<section aria-labelledby="archives">
            <h2 id="archives">Archives</h2>
            <ul>
              ${archives.map((archive) => archiveLine(session, archive))}
            </ul>
          </section>`
    }
    ${
      broadcasts.length === 0
        ? ''
        : html`<section aria-labelledby="broadcasts">
            <h2 id="broadcasts">Broadcasts</h2>
            <ul>
              ${broadcasts.map((one) => html`<li>${shortId(textOf(one, 'id'))} ${textOf(one, 'status')}</li>`)}
            </ul>
          </section>`
    }
  </div>`
}

function archiveLine({ sessionId }: SessionView, archive: JsonObject): Html {
  const id = textOf(archive, 'id')
  const status = textOf(archive, 'status')
  const reason = textOf(archive, 'reason')
  return html`<li>
    ${textOf(archive, 'name') || shortId(id)} <span class="status">${status}</span>${
      reason === '' ? '' : `, ${reason}`
    }
    ${
      status === 'available'
        ? html`<a href="${root}/archives/${encodeURIComponent(id)}"
            >its file, ${textOf(archive, 'duration')} s</a
          >`
        : ''
    }
    ${
      status === 'started' || status === 'paused'
        ? html`<form
            method="post"
            action="${sessionPath(sessionId)}/archives/${encodeURIComponent(id)}/fail"
          >
            <button>Let it fail</button>
          </form>`
        : ''
    }
  </li>`
}
