import { controlEndpoints } from '../http/emulator-api/emulator-api.ts'
import { services } from '../http/services.ts'
import { endpoints } from '../rest/endpoints.ts'
import { platformMessages } from '../session/platform-messages.ts'
import { clientRequests } from '../session/requests.ts'
import type { Supported } from '../support.ts'

/** Everything the emulator does, as Markdown, from the very lists that it is built of. */
export function readmeTables(): string {
  return [
    '### REST API of the platform',
    table(
      ['', '', 'what to know'],
      [...services, ...endpoints].map((endpoint) => [
        code(`${endpoint.method} ${shown(endpoint.path)}`),
        ...supportOf(endpoint),
      ]),
    ),
    '### What clients ask over the socket',
    table(
      ['', '', '', 'what to know'],
      Object.entries(clientRequests).map(([route, request]) => [
        request.name,
        code(route),
        ...supportOf(request),
      ]),
    ),
    '### What clients are told over the socket',
    table(
      ['', 'in an app'],
      Object.entries(platformMessages).map(([route, meaning]) => [code(route), meaning]),
    ),
    "### The emulator's own API",
    table(
      ['', ''],
      controlEndpoints.map(({ method, path, does }) => [code(`${method} ${shown(path)}`), does]),
    ),
  ].join('\n\n')
}

function supportOf({ support, note = '' }: Supported): readonly string[] {
  return [support === '501' ? '**501**' : support === 'shape' ? '_shape_' : 'full', note]
}

/** A path as documentation writes it: parts in braces, without what they may hold. */
function shown(path: string): string {
  return path.replaceAll(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => `{${name}}`)
}

function code(text: string): string {
  return `\`${text.replaceAll('|', '\\|')}\``
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
