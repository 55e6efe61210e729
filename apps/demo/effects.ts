import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { build } from 'vite'

/** A file as it is served. */
export type Served = { type: string; content: string | Uint8Array }

/** What `npm run build` makes of the effects, by name: `blur.js`, and what it fetches from beside it. */
export async function bundleEffects(): Promise<ReadonlyMap<string, Served>> {
  const root = dirname(createRequire(import.meta.url).resolve('@ot-room/effects/package.json'))
  const built = await build({
    root,
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'error',
    build: { write: false },
  })
  if (!('output' in built)) throw new Error('Vite did not bundle the effects.')
  return new Map(
    built.output.map((file) => [
      file.fileName,
      { type: typeOf(file.fileName), content: file.type === 'chunk' ? file.code : file.source },
    ]),
  )
}

function typeOf(name: string): string {
  if (name.endsWith('.js')) return 'text/javascript; charset=utf-8'
  return name.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream'
}
