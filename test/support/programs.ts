import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)

/** A runtime that starts from a command line. */
export interface Program {
  readonly name: string
  /** Undefined where the registry has none for this machine. */
  readonly path: string | undefined
  readonly options: readonly string[]
}

/** Where a package has its binary: `node-20` and such are aliases, others carry theirs in a package for each platform. */
export const programs: readonly Program[] = [
  { name: 'Node 20', path: nodeOf('node-20'), options: [] },
  { name: 'Node 22', path: nodeOf('node-22'), options: [] },
  { name: `Node ${process.versions.node.split('.')[0]}`, path: process.execPath, options: [] },
  {
    name: 'Deno',
    path: platformBinary('deno', [
      '@deno/linux-x64-glibc/deno',
      '@deno/linux-arm64-glibc/deno',
      '@deno/darwin-arm64/deno',
      '@deno/darwin-x64/deno',
    ]),
    options: ['run', '--allow-net=127.0.0.1', '--no-config', '--no-lock'],
  },
  {
    name: 'Bun',
    path: platformBinary('bun', [
      '@oven/bun-linux-x64/bin/bun',
      '@oven/bun-linux-aarch64/bin/bun',
      '@oven/bun-darwin-aarch64/bin/bun',
      '@oven/bun-darwin-x64/bin/bun',
    ]),
    options: [],
  },
]

function nodeOf(alias: string): string | undefined {
  const path = join(import.meta.dirname, '../node_modules', alias, 'bin/node')
  return existsSync(path) ? path : undefined
}

function platformBinary(owner: string, candidates: readonly string[]): string | undefined {
  const folder = dirname(require.resolve(`${owner}/package.json`))
  const inside = createRequire(join(folder, 'package.json'))
  for (const candidate of candidates) {
    const [scope, name, ...rest] = candidate.split('/')
    try {
      return join(dirname(inside.resolve(`${scope}/${name}/package.json`)), ...rest)
    } catch {
      // It is for another platform.
    }
  }
  return undefined
}
