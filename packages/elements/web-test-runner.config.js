import { chromeLauncher } from '@web/test-runner-chrome'
import { esbuildPlugin } from '@web/dev-server-esbuild'

const flags = [
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
]

export default {
  files: 'src/**/*.wtr.ts',
  // The workspace's packages are TypeScript beside this one.
  rootDir: '../..',
  nodeResolve: { exportConditions: ['browser', 'production'] },
  concurrency: 1,
  testFramework: { config: { timeout: 5000 } },
  browsers: [chromeLauncher({ launchOptions: { args: flags } })],
  plugins: [esbuildPlugin({ ts: true, target: 'es2022' })],
}
