// `npm run format`: writes every file in the house format.
import { spawnSync } from 'node:child_process'

process.exit(
  spawnSync('prettier', ['--write', '--log-level=warn', '.'], { stdio: 'inherit' }).status ?? 1,
)
