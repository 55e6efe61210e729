import { readFileSync } from 'node:fs'
import { join } from 'node:path'

type Manifest = { readonly dependencies: Readonly<Record<string, string>> }

const manifest = readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')
const { dependencies } = JSON.parse(manifest) as Manifest

/** The exact version of an SDK that the tests depend on; not every SDK lets its own manifest be read. */
export function pinnedVersion(name: string): string {
  return dependencies[name] ?? ''
}
