import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { RunningSdk, SdkUnderTest } from '../sdk.ts'
import { startDriver } from './driver.ts'
import { projectIdOf } from './opentok-kind.ts'
import { phpRows } from './php-rows.ts'
import { phpVerbs, type PhpOpenTok } from './php-verbs.ts'

const script = join(import.meta.dirname, '../drivers/driver.php')
const autoload = process.env['OPENTOK_PHP_SDK'] ?? ''

/** The OpenTok PHP SDK, where `php` and the `autoload.php` that loads it can be found. */
export const phpOpenTok: SdkUnderTest<PhpOpenTok> = {
  name: 'PHP opentok/opentok',
  rows: phpRows,
  missing,
  start: (platform) => {
    const driver = startDriver({ command: 'php', args: [script] }, platform)
    const { apiKey } = platform
    const projectId = projectIdOf(apiKey)
    const both = { projectId, partnerId: Number(apiKey) }
    const running: RunningSdk<PhpOpenTok> = {
      verbs: phpVerbs(driver),
      applicationId: apiKey,
      owner: { archive: both, broadcast: both, render: { projectId } },
      surface: () => driver.surface().filter((name) => !isAccessor(name)),
      close: () => driver.close(),
    }
    return Promise.resolve(running)
  },
}

function missing(): string | undefined {
  const how =
    'composer require opentok/opentok, then set OPENTOK_PHP_SDK to its vendor/autoload.php'
  if (spawnSync('php', ['--version']).error) {
    return `php is not installed (Debian: apt-get install php-cli); then: ${how}`
  }
  if (autoload === '') return `OPENTOK_PHP_SDK is not set: ${how}`
  if (!existsSync(autoload)) return `OPENTOK_PHP_SDK names a file that does not exist: ${how}`
  return undefined
}

/** Methods of returned objects that only show what they hold. */
function isAccessor(name: string): boolean {
  const shows = /\.(?:get\w*|to\w+|total\w*|jsonSerialize|rewind|current|key|next|valid)$/
  return shows.test(name)
}
