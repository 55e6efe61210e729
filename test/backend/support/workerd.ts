import { createTestHarness, type TestHarness, type TestHarnessOptions } from 'wrangler'

/** A workerd that asks nobody on the internet where it is. */
export function createWorkerd(options: TestHarnessOptions): TestHarness {
  process.env['CLOUDFLARE_CF_FETCH_ENABLED'] = 'false'
  process.env['WRANGLER_SEND_METRICS'] = 'false'
  return createTestHarness(options)
}
