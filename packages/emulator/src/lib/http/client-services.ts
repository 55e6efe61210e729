import { Hono } from 'hono'

/** What OpenTok.js calls beside the session: its configuration and its logging. */
export function clientServices(): Hono {
  return new Hono()
    .get('/project/:key/config.json', (context) => context.json({}))
    .post('/logging/:kind{ClientEvent|ClientQos}', (context) => context.text('OK'))
}
