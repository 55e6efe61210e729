import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

/** What a deployment would send to Cloudflare, minified; nothing is sent. */
export async function bundleWorker(configuration: string): Promise<Buffer> {
  const program = join(
    dirname(createRequire(import.meta.url).resolve('wrangler/package.json')),
    'bin/wrangler.js',
  )
  const folder = mkdtempSync(join(tmpdir(), 'ot-room-worker-'))
  const args = ['deploy', '--dry-run', '--minify', '--outdir', folder, '--config', configuration]
  const env = { ...process.env, WRANGLER_SEND_METRICS: 'false', NO_COLOR: '1' }
  try {
    await promisify(execFile)(process.execPath, [program, ...args], { env })
    return readFileSync(join(folder, mainOf(configuration)))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function mainOf(configuration: string): string {
  const [, name = ''] =
    /"main":\s*"(?:src\/)?([^"]+)\.ts"/.exec(readFileSync(configuration, 'utf8')) ?? []
  return `${name}.js`
}
