import { execFile, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { assemblePlugin } from '../../../scripts/plugin.ts'
import { requirePrograms } from '../../../scripts/program.ts'
import { freePort } from '../../backend/support/free-port.ts'
import { startMariaDb } from './mariadb-server.ts'

/** A real WordPress with the plugin switched on, on MariaDB and PHP's own server. */
export type WordPress = {
  /** Of its first server; the others are for crowds. */
  url: string
  urls: readonly string[]
  /** Runs PHP inside of WordPress and answers what it prints. */
  run(php: string): Promise<string>
  /** Publishes a page and answers its address. */
  publish(content: string, fields?: Record<string, string>): Promise<string>
  /** Adds PHP that every request runs, as a plugin of the site's own would. */
  addCode(php: string): Promise<void>
  /** Where somebody who sees a page with this room joins it. */
  joinAddress(room: string, options?: { spelled?: string; access?: string }): Promise<string>
  /** What WordPress and PHP complained of in the plugin's own files. */
  complaints(): string
  close(): Promise<void>
}

export type WordPressOptions = {
  /** What wp-config.php defines. */
  constants?: Record<string, string>
  /** Default 1; each answers one request at a time. */
  servers?: number
  /** Default `active`. */
  plugin?: 'active' | 'absent'
  /** How WordPress writes addresses; default: as queries. */
  permalinks?: string
  /** Extensions of PHP that its servers do not have. */
  without?: readonly string[]
}

/** The folder of another WordPress than Debian's. */
const other = process.env['OT_WORDPRESS']
const source = other || '/usr/share/wordpress'
const owner = { login: 'owner', password: 'password-of-the-owner' }
export { owner }

export async function startWordPress(options: WordPressOptions = {}): Promise<WordPress> {
  const { constants = {}, servers = 1, permalinks = '', plugin = 'active', without = [] } = options
  requirePrograms('php', 'mariadbd', ...(other ? [] : (['wordpress'] as const)))
  const folder = mkdtempSync(join(tmpdir(), 'ot-room-wordpress-'))
  const cleanup = [async () => rmSync(folder, { recursive: true })]
  const close = async (): Promise<void> => {
    for (const step of cleanup.splice(0).toReversed()) await step()
  }
  try {
    const database = await startMariaDb()
    cleanup.push(database.close)
    database.sql('CREATE DATABASE wordpress CHARACTER SET utf8mb4')
    cpSync(source, folder, { recursive: true, dereference: true })
    if (plugin === 'active') await assemblePlugin(join(folder, 'wp-content/plugins/ot-room'))
    const ports = await freePorts(servers)
    const urls = ports.map((port) => `http://127.0.0.1:${port}`)
    const [url = ''] = urls
    const configured = configuration(constants, database.socket, url)
    writeFileSync(join(folder, 'wp-config.php'), configured)
    const install = join(import.meta.dirname, 'install.php')
    execFileSync('php', [install, folder, permalinks], { stdio: 'pipe' })
    const env = without.length === 0 ? process.env : withoutExtensions(without, cleanup)
    const running = ports.map((port) => startPhp(folder, { port, env }))
    cleanup.push(async () => void (await Promise.all(running.map((server) => server.close()))))
    await Promise.all(urls.map(untilItAnswers))
    const run = runIn(folder)
    const endpoints = new Map<string, string>()
    return {
      url,
      urls,
      run,
      publish: (content, fields = {}) => {
        const post = { post_type: 'page', post_status: 'publish', post_content: content, ...fields }
        const pairs = Object.entries(post).map(([key, value]) => `${text(key)} => ${text(value)}`)
        return run(
          `echo get_permalink( wp_insert_post( wp_slash( array( ${pairs.join(', ')} ) ) ) );`,
        )
      },
      addCode: async (php) => {
        const plugins = join(folder, 'wp-content/mu-plugins')
        mkdirSync(plugins, { recursive: true })
        writeFileSync(join(plugins, 'of-the-site.php'), `<?php ${php}`)
      },
      joinAddress: async (room, { spelled = room, access = 'everyone' } = {}) => {
        const of = `OtRoom\\canonical_room_name( ${text(room)} ), ${text(access)}`
        const known = endpoints.get(of)
        const endpoint = known ?? (await run(`echo OtRoom\\endpoint_of( ${of} );`))
        endpoints.set(of, endpoint)
        return url + endpoint.replace('{path}', () => `rooms/${encodeURIComponent(spelled)}/join`)
      },
      complaints: () =>
        running
          .flatMap((server) => server.said().split('\n'))
          .filter((line) => /PHP .*\/plugins\/ot-room\/|ot-room: /.test(line))
          .join('\n'),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** PHP's own server; it answers one request at a time. */
function startPhp(
  folder: string,
  { port, env }: { port: number; env: NodeJS.ProcessEnv },
): { said(): string; close(): Promise<void> } {
  const router = join(import.meta.dirname, 'router.php')
  const server = spawn('php', ['-S', `127.0.0.1:${port}`, '-t', folder, router], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env,
  })
  const exited = once(server, 'exit')
  let said = ''
  server.stderr.setEncoding('utf8').on('data', (words: string) => (said += words))
  return {
    said: () => said,
    close: async () => {
      server.kill('SIGKILL')
      await exited
    },
  }
}

/** An environment in which PHP reads the configuration of the other extensions alone. */
function withoutExtensions(
  names: readonly string[],
  cleanup: (() => Promise<void>)[],
): NodeJS.ProcessEnv {
  const folder = mkdtempSync(join(tmpdir(), 'ot-room-php-'))
  cleanup.push(async () => rmSync(folder, { recursive: true }))
  const scanned = execFileSync('php', ['--ini'], { encoding: 'utf8' })
  const [, from = ''] = /additional \.ini files in: (.*)/.exec(scanned) ?? []
  for (const file of readdirSync(from)) {
    if (!names.some((name) => file.endsWith(`-${name}.ini`))) {
      copyFileSync(join(from, file), join(folder, file))
    }
  }
  return { ...process.env, PHP_INI_SCAN_DIR: folder }
}

function runIn(folder: string): (php: string) => Promise<string> {
  return async (php) => {
    const code = `require ${text(join(folder, 'wp-load.php'))}; ${php}`
    const { stdout } = await promisify(execFile)('php', ['-d', 'display_errors=stderr', '-r', code])
    return stdout
  }
}

async function freePorts(count: number): Promise<readonly number[]> {
  const ports = new Set<number>()
  while (ports.size < count) ports.add(await freePort())
  return [...ports]
}

function configuration(constants: Record<string, string>, socket: string, url: string): string {
  const all = {
    DB_NAME: 'wordpress',
    DB_USER: 'root',
    DB_PASSWORD: '',
    DB_HOST: `localhost:${socket}`,
    DB_CHARSET: 'utf8mb4',
    WP_HOME: url,
    WP_SITEURL: url,
    ...Object.fromEntries(
      ['AUTH_KEY', 'AUTH_SALT', 'LOGGED_IN_KEY', 'LOGGED_IN_SALT'].map((name) => [
        name,
        `${name} of a test`,
      ]),
    ),
    ...constants,
  }
  const lines = Object.entries(all).map(([name, value]) => `define(${text(name)}, ${text(value)});`)
  // Nothing is asked of wordpress.org, and what is wrong is told on stderr.
  const flags = [
    'DISABLE_WP_CRON',
    'AUTOMATIC_UPDATER_DISABLED',
    'WP_HTTP_BLOCK_EXTERNAL',
    'WP_DEBUG',
  ]
  return [
    '<?php',
    ...lines,
    ...flags.map((name) => `define('${name}', true);`),
    "define('WP_ACCESSIBLE_HOSTS', '127.0.0.1');",
    "define('WP_DEBUG_DISPLAY', false);",
    "$table_prefix = 'wp_';",
    "if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');",
    "require_once ABSPATH . 'wp-settings.php';",
  ].join('\n')
}

/** A text as PHP writes it. */
function text(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}

async function untilItAnswers(url: string): Promise<void> {
  for (const end = performance.now() + 20_000; ;) {
    const there = await fetch(`${url}/wp-includes/css/buttons.css`).then(
      (response) => response.ok,
      () => false,
    )
    if (there) return
    if (performance.now() > end) throw new Error(`WordPress does not answer at ${url}.`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
