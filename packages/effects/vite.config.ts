import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { defineConfig, type Plugin } from 'vite'

const beside = 'blur/[name]-[hash]'

/** One file that a page names, and a folder beside it with what it fetches when it is wanted. */
export default defineConfig({
  // Relative to the file that asks, wherever a site puts both.
  base: './',
  plugins: [withLicence()],
  worker: { format: 'es', rolldownOptions: { output: { entryFileNames: `${beside}.js` } } },
  build: {
    emptyOutDir: false,
    modulePreload: false,
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: 'src/blur.ts',
      preserveEntrySignatures: 'strict',
      output: { entryFileNames: 'blur.js', assetFileNames: `${beside}[extname]` },
    },
  },
})

/** What comes from others may be passed on with their licence beside it. */
function withLicence(): Plugin {
  return {
    name: 'with-licence',
    generateBundle() {
      const main = createRequire(import.meta.url).resolve('@twilio/video-processors')
      const source = readFileSync(join(dirname(main), '../LICENSE.md'))
      this.emitFile({ type: 'asset', fileName: 'blur/LICENSE.twilio-video-processors.md', source })
    },
  }
}
