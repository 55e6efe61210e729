import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { globSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'
import { gzipSync } from 'node:zlib'
import { bundleElements } from '../../scripts/bundle.ts'
import type { Served } from './page-server.ts'

/** What `npm run build` makes for a script tag, by path below the page. */
export type Bundle = ReadonlyMap<string, string>

/** Builds the elements as they are served. */
export async function bundled(): Promise<Bundle> {
  const folder = await mkdtemp(join(tmpdir(), 'ot-room-'))
  await bundleElements(folder)
  const names = globSync('**/*.js', { cwd: folder })
  const files = await Promise.all(
    names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const),
  )
  await rm(folder, { recursive: true })
  return new Map(files)
}

/** The bundle as pages of a server. */
export function servedBundle(bundle: Bundle): Record<string, Served> {
  return Object.fromEntries(
    [...bundle].map(([name, content]) => [`/${name}`, { type: 'text/javascript', content }]),
  )
}

/** A file and everything it imports before it runs. */
export function withImports(bundle: Bundle, name: string): ReadonlySet<string> {
  const seen = new Set<string>()
  const waiting = [name]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue
    seen.add(file)
    for (const [, path = ''] of (bundle.get(file) ?? '').matchAll(
      /(?:^|[;}\s])(?:import|export)[^("'`;]*?["'`](\.[^"'`]+)["'`]/g,
    )) {
      waiting.push(posix.join(posix.dirname(file), path))
    }
  }
  return seen
}

/** The only file whose name begins like that. */
export function fileNamed(bundle: Bundle, beginning: string): string {
  const found = [...bundle.keys()].filter((name) => name.startsWith(beginning))
  const [name] = found
  if (name === undefined || found.length > 1) {
    throw new Error(`${found.length} files begin with ${beginning}: ${[...bundle.keys()].join()}`)
  }
  return name
}

/** What files weigh as they are sent, in bytes: each compressed alone, as servers do. */
export function weightOf(bundle: Bundle, names: Iterable<string>): number {
  return [...names].reduce((sum, name) => sum + gzipSync(bundle.get(name) ?? '').length, 0)
}
