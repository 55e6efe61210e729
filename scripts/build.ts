// `npm run build`: what the packages publish, as plain ES modules beside their types.
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { join } from 'node:path'

const projects = globSync('packages/*/tsconfig.json', { cwd: join(import.meta.dirname, '..') })
process.exit(spawnSync('tsc', ['-b', ...projects], { stdio: 'inherit' }).status ?? 1)
