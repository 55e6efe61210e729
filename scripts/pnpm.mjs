/**
 * How to run a command with the workspace's pnpm on the PATH, whatever the person has.
 * @type {[command: string, ...args: string[]]}
 */
export const withPnpm = [
  process.platform === 'win32' ? 'npx.cmd' : 'npx',
  '--yes',
  '--loglevel=error',
  // The version is exact, so what was fetched once need not be asked for again.
  '--prefer-offline',
  '--package=pnpm@12.21.0',
  '--',
]
