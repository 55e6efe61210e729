// `npm run build`: what the packages publish, as plain ES modules beside their types; elements and effects for a script tag; and
// the WordPress plugin.
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { bundleElements } from './bundle.ts'
import { assemblePlugin, zipPlugin } from './plugin.ts'

const root = join(import.meta.dirname, '..')
const projects = globSync('packages/*/tsconfig.json', { cwd: root })
const compiled = spawnSync('tsc', ['-b', ...projects], { cwd: root, stdio: 'inherit' })
if (compiled.status !== 0) process.exit(compiled.status ?? 1)
await bundleElements(join(root, 'packages/elements/dist'))
const effects = join(root, 'packages/effects')
await build({ root: effects, configFile: join(effects, 'vite.config.ts'), logLevel: 'error' })
const plugin = join(root, 'apps/wordpress/dist/ot-room')
await assemblePlugin(plugin)
await zipPlugin(plugin, `${plugin}.zip`)
