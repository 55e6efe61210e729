import { createReadStream } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { createServer, type Plugin } from 'vite'
import { bundleEffects } from './effects.ts'

export type Demo = { url: string; close(): Promise<void> }

/** Serves the demo pages on loopback. `endpoint` is asked on every page load, so a backend may start after the demo. */
export async function startDemo(options: { port: number; endpoint: () => string }): Promise<Demo> {
  const server = await createServer({
    configFile: false,
    root: fileURLToPath(new URL('.', import.meta.url)),
    logLevel: 'error',
    appType: 'mpa',
    // Nothing here needs bundling first, and a server that bundles anew breaks the pages of others in the same folder.
    optimizeDeps: { noDiscovery: true, include: [] },
    plugins: [nameEndpoint(options.endpoint), serveOpenTok(), serveEffects()],
    server: { host: '127.0.0.1', port: options.port, strictPort: options.port !== 0 },
  })
  await server.listen()
  const address = server.httpServer?.address()
  if (typeof address !== 'object' || address === null) throw new Error('The demo has no address.')
  return { url: `http://127.0.0.1:${address.port}`, close: () => server.close() }
}

function nameEndpoint(endpoint: () => string): Plugin {
  return {
    name: 'name-endpoint',
    transformIndexHtml: (html) => html.replaceAll('%ENDPOINT%', endpoint()),
  }
}

/** OpenTok.js straight from its package: it is proprietary, so it is served as it came and never becomes part of a bundle. */
function serveOpenTok(): Plugin {
  const file = createRequire(import.meta.url).resolve('@opentok/client/dist/js/opentok.min.js')
  return {
    name: 'serve-opentok',
    configureServer(server) {
      server.middlewares.use('/opentok.min.js', (_request, response) => {
        response.setHeader('content-type', 'text/javascript; charset=utf-8')
        createReadStream(file).pipe(response)
      })
    },
  }
}

/** The effects as a site has them: a folder of files, bundled when the first of them is asked for. */
function serveEffects(): Plugin {
  let files: ReturnType<typeof bundleEffects> | undefined
  return {
    name: 'serve-effects',
    configureServer(server) {
      server.middlewares.use('/effects/', (request, response, next) => {
        const name = new URL(request.url ?? '/', 'http://demo').pathname.slice(1)
        files ??= bundleEffects()
        files.then((bundled) => {
          const file = bundled.get(name)
          response.statusCode = file ? 200 : 404
          if (file) response.setHeader('content-type', file.type)
          response.end(file?.content)
        }, next)
      })
    },
  }
}
