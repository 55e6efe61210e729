import { createReadStream } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { createServer, preview, type Connect, type Plugin } from 'vite'
import { serveBuiltPages } from './built-pages.ts'
import { bundleEffects } from './effects.ts'

export type Demo = { url: string; close(): Promise<void> }

export type DemoOptions = {
  port: number
  /** Asked on every page load, so a backend may start after the demo. */
  endpoint: () => string
  /** A folder of `buildPages`; default: the pages come from their source, with live reload. */
  pages?: string | undefined
}

const root = fileURLToPath(new URL('.', import.meta.url))

/** Serves the demo pages on loopback. */
export async function startDemo({ port, endpoint, pages }: DemoOptions): Promise<Demo> {
  const common = { configFile: false, root, logLevel: 'error', appType: 'mpa' } as const
  const there = { host: '127.0.0.1', port, strictPort: port !== 0 }
  const plugins = [serveOpenTok(), serveEffects()]
  const server =
    pages === undefined
      ? await createServer({
          ...common,
          // Nothing here needs bundling first, and a server that bundles anew breaks the pages of others in the same folder.
          optimizeDeps: { noDiscovery: true, include: [] },
          plugins: [nameEndpoint(endpoint), ...plugins],
          server: there,
        })
      : await preview({
          ...common,
          build: { outDir: pages },
          plugins: [serveBuiltPages(pages, endpoint), ...plugins],
          preview: there,
        })
  if ('listen' in server) await server.listen()
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
  return serving('opentok', '/opentok.min.js', (_request, response) => {
    response.setHeader('content-type', 'text/javascript; charset=utf-8')
    createReadStream(file).pipe(response)
  })
}

/** The effects as a site has them: a folder of files, bundled when the first of them is asked for. */
function serveEffects(): Plugin {
  let files: ReturnType<typeof bundleEffects> | undefined
  return serving('effects', '/effects/', (request, response, next) => {
    const name = new URL(request.url ?? '/', 'http://demo').pathname.slice(1)
    files ??= bundleEffects()
    files.then((bundled) => {
      const file = bundled.get(name)
      response.statusCode = file ? 200 : 404
      if (file) response.setHeader('content-type', file.type)
      response.end(file?.content)
    }, next)
  })
}

/** Answers below a path, beside pages from source and built ones. */
function serving(name: string, path: string, answer: Connect.NextHandleFunction): Plugin {
  const configure = ({ middlewares }: { middlewares: Connect.Server }): void => {
    middlewares.use(path, answer)
  }
  return { name: `serve-${name}`, configureServer: configure, configurePreviewServer: configure }
}
