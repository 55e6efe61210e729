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
    plugins: [withoutIndents()],
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
        },
      },
    },
  })
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
