import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'

const root = fileURLToPath(new URL('.', import.meta.url))

/** Writes the demo pages into a folder as a site would serve them: a few files instead of some two hundred. */
export async function buildPages(folder: string): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: true,
      minify: false,
      chunkSizeWarningLimit: 5000,
      rolldownOptions: { input: globSync('*.html', { cwd: root }).map((name) => join(root, name)) },
    },
  })
}

/** Serves the HTML of such a folder, with the address of the backend in it. */
export function serveBuiltPages(folder: string, endpoint: () => string): Plugin {
  const pages = new Map(
    globSync('*.html', { cwd: folder }).map((name) => [
      name === 'index.html' ? '/' : `/${name}`,
      readFileSync(join(folder, name), 'utf8'),
    ]),
  )
  return {
    name: 'serve-built-pages',
    configurePreviewServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const page = pages.get(new URL(request.url ?? '/', 'http://demo').pathname)
        if (page === undefined) return next()
        response.setHeader('content-type', 'text/html; charset=utf-8')
        response.end(page.replaceAll('%ENDPOINT%', endpoint()))
      })
    },
  }
}
