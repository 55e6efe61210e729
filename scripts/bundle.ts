import { join } from 'node:path'
import { build, type Plugin } from 'vite'

const elements = join(import.meta.dirname, '../packages/elements')

/**
 * Writes the elements into a folder for a script tag, without OpenTok.js: `ot-room.js` is all that a page loads, and it
 * fetches the rest from `ot-room/` beside it when it is to be seen.
 */
export async function bundleElements(folder: string): Promise<void> {
  await build({
    configFile: false,
    root: elements,
    logLevel: 'error',
    plugins: [withSmallStyles(), withoutIndents()],
    build: {
      outDir: folder,
      emptyOutDir: false,
      modulePreload: false,
      lib: { entry: 'src/define.ts', formats: ['es'], fileName: () => 'ot-room.js' },
      rolldownOptions: {
        // What the shell shares with the rest stays in its file, so that a page fetches one.
        preserveEntrySignatures: 'allow-extension',
        output: {
          // A library build keeps its white space unless it is told twice.
          minify: true,
          chunkFileNames: 'ot-room/[name]-[hash].js',
          // Nobody needs what comes after the lobby without the lobby, so what the two share is in the lobby's file; what only
          // parts of a call share is in that of the call. Languages are for both, and what they take is in the lobby's.
          codeSplitting: {
            groups: [
              { name: 'shell', test: /src\/define\.ts$/, priority: 2 },
              { name: 'mount-room', test: /(mount-room|strings\/plural)\.ts$/, priority: 1 },
              { name: 'en', test: /strings\/en\.ts$/, priority: 1 },
              { name: 'beyond', test: /room\/beyond\.ts$/ },
            ],
          },
        },
      },
    },
  })
}

/** Style sheets are templates, which the minifier does not know for what they are. */
function withSmallStyles(): Plugin {
  return {
    name: 'with-small-styles',
    enforce: 'pre',
    transform(code, id) {
      if (!/styles[./][^/]*ts$/.test(id)) return undefined
      return { code: code.replace(/`[^`]*`/g, smallStyle), map: null }
    },
  }
}

function smallStyle(css: string): string {
  return css
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/(?<=[ :,(-])0\./g, '.')
    .replace(/: /g, ':')
    .replace(/;\}/g, '}')
}

/** The minifier leaves templates as they are written; in minified code no other line break is left. */
function withoutIndents(): Plugin {
  return {
    name: 'without-indents',
    enforce: 'post',
    generateBundle(_options, files) {
      for (const file of Object.values(files)) {
        if (file.type === 'chunk') file.code = file.code.replace(/\s*\n\s*/g, ' ')
      }
    },
  }
}
