import { join } from 'node:path'
import { build } from 'vite'
import type { Served } from './page-server.ts'

const root = join(import.meta.dirname, '../../packages/effects')

/** What `npm run build` makes of the effects, as pages of a server below `/effects/`. */
export async function servedEffects(): Promise<Record<string, Served>> {
  const built = await build({
    root,
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'error',
    build: { write: false },
  })
  if (!('output' in built)) throw new Error('Vite did not bundle the effects.')
  return Object.fromEntries(
    built.output.map((file) => [
      `/effects/${file.fileName}`,
      { type: typeOf(file.fileName), content: file.type === 'chunk' ? file.code : file.source },
    ]),
  )
}

function typeOf(name: string): string {
  if (name.endsWith('.js')) return 'text/javascript; charset=utf-8'
  return name.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream'
}
