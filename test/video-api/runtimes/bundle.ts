import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'

/** A folder with the probe as one module for each way to start it: the same bytes of the client in every one. */
export interface Bundle {
  readonly commandLine: string
  readonly browserWorker: string
  remove(): Promise<void>
}

export async function bundleProbe(): Promise<Bundle> {
  const folder = await mkdtemp(join(tmpdir(), 'ot-room-probe-'))
  const entry = {
    'command-line': join(import.meta.dirname, 'command-line.ts'),
    'browser-worker': join(import.meta.dirname, 'browser-worker.ts'),
  }
  for (const [name, path] of Object.entries(entry)) {
    await build({
      configFile: false,
      logLevel: 'error',
      root: import.meta.dirname,
      build: {
        outDir: folder,
        emptyOutDir: false,
        minify: false,
        lib: { entry: path, formats: ['es'], fileName: () => `${name}.mjs` },
      },
    })
  }
  return {
    commandLine: join(folder, 'command-line.mjs'),
    browserWorker: join(folder, 'browser-worker.mjs'),
    remove: () => rm(folder, { recursive: true }),
  }
}
