// `npm run build`: what the packages publish, as plain ES modules beside their types, and the elements in one file.
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { bundleElements } from './bundle.ts'

const root = join(import.meta.dirname, '..')
const projects = globSync('packages/*/tsconfig.json', { cwd: root })
const compiled = spawnSync('tsc', ['-b', ...projects], { cwd: root, stdio: 'inherit' })
if (compiled.status !== 0) process.exit(compiled.status ?? 1)
await bundleElements(join(root, 'packages/elements/dist'))
