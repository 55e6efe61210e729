// The one door for every npm script: installs what is missing, finds a Node that runs TypeScript, hands over.
// Plain JavaScript without dependencies, because it runs before anything is installed, on any Node >= 20.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withPnpm } from './pnpm.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const stamp = join(root, 'node_modules', '.installed-from')

const [script, ...args] = process.argv.slice(2)
const env = withoutNpmSettings(process.env)

install()
run(newestNode())

/** npm hands its own settings to children as variables, and pnpm would read them as its own. */
function withoutNpmSettings(variables) {
  const kept = Object.entries(variables).filter(
    ([name]) => !/^npm_(config|package|lifecycle)_/i.test(name),
  )
  return Object.fromEntries(kept)
}

/** Who wants to see a call need not wait for the runtimes, drivers and SDKs that tests compare with. */
function install() {
  const isToSee = ['scripts/start.ts', 'packages/emulator/src/cli.ts'].includes(script)
  const wanted = fingerprint()
  const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8') : ''
  if (installed === wanted || (isToSee && installed === `${wanted} to see`)) return
  process.stderr.write(
    'Installing what the workspace needs (once; the registry decides how long) ...\n',
  )
  const [npx, ...options] = withPnpm
  const left = isToSee ? ['--filter', '!@ot-room/test', '--filter', '!@ot-room/worker'] : []
  // The installer's own words go to stderr: stdout belongs to the script (`--json` promises one line).
  const result = spawnSync(npx, [...options, 'pnpm', 'install', '--frozen-lockfile', ...left], {
    cwd: root,
    env: { ...env, CI: 'true' },
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (result.status !== 0) fail('The install failed; its reason is above.')
  writeFileSync(stamp, isToSee ? `${wanted} to see` : wanted)
}

/** What an install depends on: the lockfile, the workspace settings and every manifest. */
function fingerprint() {
  const members = ['packages', 'apps'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => join(folder, name, 'package.json')),
  )
  const files = [
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    'package.json',
    'test/package.json',
    ...members,
  ]
  const hash = createHash('sha256')
  for (const file of files) {
    const path = join(root, file)
    if (existsSync(path)) hash.update(file).update(readFileSync(path))
  }
  return hash.digest('hex')
}

/** The Node that the workspace brings, or the person's own where the registry has none for the platform. */
function newestNode() {
  const bundled = join(root, 'node_modules', 'node', 'bin', 'node')
  if (spawnSync(bundled, ['--version']).status === 0) return bundled
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath
  return fail(
    `Node >= 22.18 is needed, this is ${process.versions.node}, and none could be installed for this platform.`,
  )
}

function run(node) {
  const bin = join(root, 'node_modules', '.bin')
  const path = `${dirname(node)}${process.platform === 'win32' ? ';' : ':'}${bin}${process.platform === 'win32' ? ';' : ':'}${env.PATH ?? ''}`
  const child = spawn(node, [join(root, script), ...args], {
    cwd: root,
    env: { ...env, PATH: path },
    stdio: 'inherit',
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  endWithParent(child)
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
}

/** npm passes SIGTERM to its shell alone, which dies and leaves this process behind: a new parent says so. */
function endWithParent(child) {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    child.kill('SIGTERM')
  }, 200)
  watch.unref()
}

function fail(reason) {
  process.stderr.write(`${reason}\n`)
  process.exit(1)
}
