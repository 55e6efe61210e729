import { join } from 'node:path'
import { build } from 'vite'

const elements = join(import.meta.dirname, '../packages/elements')

/** Writes `ot-room.js` into a folder: the elements and what they need in one file for a script tag, without OpenTok.js. */
export async function bundleElements(folder: string): Promise<void> {
  await build({
    configFile: false,
    root: elements,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: false,
      lib: { entry: 'src/define.ts', formats: ['es'], fileName: () => 'ot-room.js' },
      // A library build keeps its white space unless it is told twice.
      rolldownOptions: { output: { minify: true } },
    },
  })
}
