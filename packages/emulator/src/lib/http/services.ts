import type { Supported } from '../support.ts'

/** What the emulator answers over HTTP beside the REST API below `/v2` and its own API. */
export interface Service extends Supported {
  readonly method: 'GET' | 'POST'
  /** As Hono writes it. */
  readonly path: string
}

/** For the README; a test holds it against what is really there. */
export const services: readonly Service[] = [
  { method: 'POST', path: '/session/create', support: 'full', note: 'JSON and XML' },
  { method: 'GET', path: '/session/:id', support: 'full', note: 'session info for OpenTok.js' },
  {
    method: 'GET',
    path: '/project/:key/config.json',
    support: 'shape',
    note: 'empty, as for a project without settings of its own',
  },
  {
    method: 'POST',
    path: '/logging/:kind{ClientEvent|ClientQos}',
    support: 'shape',
    note: 'accepted and thrown away; also below `/prod`',
  },
  {
    method: 'GET',
    path: '/archives/:key/:archive/:file',
    support: 'full',
    note: 'the file of an archive, also in parts; 501 when the emulator runs without a media router',
  },
  {
    method: 'GET',
    path: '/broadcasts/:key/:broadcast/:file',
    support: 'full',
    note: 'the HLS playlist of a broadcast, `playlist.m3u8`, and its segments; 501 without a media router',
  },
]
