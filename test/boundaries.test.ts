import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { describe, it } from 'node:test'

const root = join(import.meta.dirname, '..')

/** The direction of arrows: what each folder's source may import besides itself. Tests may import more. */
const table: Record<string, { run: string[]; types?: string[]; node?: string[] }> = {
  'packages/video-api': { run: ['jose'] },
  'packages/backend': { run: ['@ot-room/video-api', 'hono', 'ipaddr.js', 'jose'] },
  'packages/room': { run: [], types: ['@opentok/client'] },
  'packages/elements': { run: ['@ot-room/room', 'lit', '@lit/context'] },
  'packages/effects': {
    run: ['@twilio/video-processors'],
    types: ['@ot-room/room'],
  },
  'packages/emulator': {
    run: [
      '@evan/opus',
      '@hono/node-server',
      'client-zip',
      'css-tree',
      'hono',
      'jose',
      'node-datachannel',
      'sdp-transform',
      'ws',
      'zod',
    ],
    node: ['src/'],
  },
  'apps/demo': {
    run: ['ot-room', '@ot-room/effects', '@ot-room/room', 'hls.js', 'vite'],
    node: ['built-pages.ts', 'effects.ts', 'server.ts'],
  },
  'apps/worker': { run: ['@ot-room/backend'] },
  'apps/node': { run: ['@ot-room/backend', '@hono/node-server', 'ioredis', 'pg'], node: ['src/'] },
}

type Import = { from: string; name: string; kind: 'run' | 'type' }

describe('the import table', () => {
  for (const [folder, allowed] of Object.entries(table)) {
    const imports = importsOf(folder)

    it(`${folder} imports only what the table lists`, () => {
      assert.ok(imports.length > 0, `no import was read in ${folder}: is the folder still there?`)
      const strangers = imports.filter(({ name, kind }) => {
        if (name.startsWith('.') || name.startsWith('node:')) return false
        const known = kind === 'type' ? [...allowed.run, ...(allowed.types ?? [])] : allowed.run
        return !known.includes(packageOf(name))
      })
      assert.deepEqual(strangers.map(say), [])
    })

    it(`${folder} reaches other folders by package name, through public entry points`, () => {
      const trespassers = imports.filter(({ from, name }) => {
        if (name.includes('/lib/') && !name.startsWith('.')) return true
        if (!name.startsWith('.')) return false
        const target = resolve(dirname(join(root, from)), name)
        return !target.startsWith(join(root, folder) + sep)
      })
      assert.deepEqual(trespassers.map(say), [])
    })

    it(`${folder} uses node: modules only where it says so`, () => {
      const users = imports.filter(({ from, name }) => {
        if (!name.startsWith('node:')) return false
        const inside = relative(folder, from).split(sep).join('/')
        return (
          !inside.endsWith('/node.ts') &&
          !(allowed.node ?? []).some((place) => inside.startsWith(place))
        )
      })
      assert.deepEqual(users.map(say), [])
    })
  }

  it('lets one folder alone speak with OpenTok.js', () => {
    const users = importsOf('packages/room')
      .filter(({ name }) => packageOf(name) === '@opentok/client')
      .filter(({ from }) => !from.startsWith('packages/room/src/lib/opentok/'))
    assert.deepEqual(users.map(say), [])
  })

  it('covers every package and app that has source', () => {
    const folders = globSync('{packages,apps}/*/package.json', { cwd: root }).map((file) =>
      dirname(file).split(sep).join('/'),
    )
    assert.deepEqual(folders.toSorted(), Object.keys(table).toSorted())
  })
})

/** The imports of everything that a folder's entry points reach; what only tests reach is their own business. */
function importsOf(folder: string): Import[] {
  const entries = globSync(`${folder}/{*,src/*}.ts`, {
    cwd: root,
    exclude: ['**/*.{test,wtr,config}.ts'],
  })
  const waiting = [...entries]
  const seen = new Set<string>()
  const imports: Import[] = []
  for (let from = waiting.pop(); from !== undefined; from = waiting.pop()) {
    if (seen.has(from) || !existsSync(join(root, from))) continue
    seen.add(from)
    const found = readImports(readFileSync(join(root, from), 'utf8'), from)
    imports.push(...found)
    for (const { name } of found) if (name.startsWith('.')) waiting.push(join(dirname(from), name))
  }
  return imports
}

/** Reads `import … from`, `export … from`, bare and dynamic imports; a specifier made at run time cannot be read and is the page's business. */
function readImports(source: string, from: string): Import[] {
  const text = source.replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '')
  const statement = /^\s*(?:import|export)\s(type\s)?(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]/gm
  const dynamic = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g
  return [
    ...[...text.matchAll(statement)].map(([, type, name = '']): Import => {
      return { from, name, kind: type ? 'type' : 'run' }
    }),
    ...[...text.matchAll(dynamic)].map(([, name = '']): Import => ({ from, name, kind: 'run' })),
  ]
}

function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/')
}

function say({ from, name }: Import): string {
  return `${from} imports ${name}`
}
