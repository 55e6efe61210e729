import assert from 'node:assert/strict'
import { createHash, createPublicKey, randomUUID } from 'node:crypto'
import { after, before, describe, it, type TestContext } from 'node:test'
import { SignJWT } from 'jose'
import { createEmulator, type Emulator } from 'opentok-emulator'
import { createTestHarness } from 'wrangler'
import { startBrowser } from '../../support/browser.ts'
import { programs } from '../../support/programs.ts'
import { bundleProbe, type Bundle } from './bundle.ts'
import { servePage } from './page.ts'
import type { ProbeKeys, ProbeReport } from './probe.ts'
import { runProbe } from './run-probe.ts'

// Wrangler would ask its maker for what a real request of theirs looks like, and count the run.
Object.assign(process.env, { CLOUDFLARE_CF_FETCH_ENABLED: 'false', WRANGLER_SEND_METRICS: 'false' })

describe('the same client runs on every runtime', () => {
  let emulator: Emulator | undefined
  let bundle: Bundle | undefined
  before(async () => {
    emulator = await createEmulator({ mediaRouter: 'off' })
    bundle = await bundleProbe()
  })
  after(async () => {
    await bundle?.remove()
    await emulator?.close()
  })

  for (const program of programs) {
    it(program.name, async (t) => {
      if (program.path === undefined) return t.skip('the registry has none for this machine')
      const module = standing(bundle).commandLine
      return allIsWell(
        await runProbe(program, { module, keys: await keysAt(standing(emulator)) }),
        t,
      )
    })
  }

  it('workerd, without a compatibility flag', async (t) => {
    const root = import.meta.dirname
    const server = createTestHarness({ root, workers: [{ configPath: 'worker.jsonc' }] })
    try {
      await server.listen()
      const body = JSON.stringify(await keysAt(standing(emulator)))
      const response = await server.fetch('/', { method: 'POST', body })
      allIsWell((await response.json()) as ProbeReport, t)
    } finally {
      await server.close()
    }
  })

  it('a worker in Chromium', async (t) => {
    const keys = await keysAt(standing(emulator))
    const worker = standing(bundle).browserWorker
    const served = await servePage({ worker, platform: keys.url })
    const browser = await startBrowser()
    try {
      const page = await browser.newPage()
      await page.goto(served.url)
      const report = await page.evaluate(askWorker, { ...keys, url: served.url })
      allIsWell(report, t)
    } finally {
      await browser.close()
      await served.close()
    }
  })
})

/** Runs in the page. */
function askWorker(keys: ProbeKeys): Promise<ProbeReport> {
  return new Promise((resolve, reject) => {
    const worker = new Worker('/worker.js', { type: 'module' })
    worker.addEventListener('message', ({ data }: MessageEvent<ProbeReport>) => resolve(data))
    worker.addEventListener('error', ({ message }) => reject(new Error(message)))
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A worker has no origin to name.
    worker.postMessage(keys)
  })
}

function allIsWell(report: ProbeReport, t: TestContext): void {
  const wrong = Object.entries(report).filter(([, outcome]) => outcome !== 'ok')
  assert.deepEqual(wrong, [])
  const steps = Object.keys(report).length
  assert.ok(steps > 10)
  t.diagnostic(`${steps} steps`)
}

async function keysAt(emulator: Emulator): Promise<ProbeKeys> {
  const { url, apiKey, apiSecret, applicationId, privateKey, accountKey, accountSecret } = emulator
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString()
  const callback = await signedCallback(emulator.signatureSecret)
  const account = { accountKey, accountSecret }
  return { url, apiKey, apiSecret, applicationId, privateKey, publicKey, ...account, callback }
}

/** As the platform signs it. */
async function signedCallback(secret: string): Promise<ProbeKeys['callback']> {
  const body = '{"event":"connectionCreated"}'
  const payload_hash = createHash('sha256').update(body).digest('hex')
  const token = await new SignJWT({ payload_hash })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer('Vonage')
    .setIssuedAt()
    .setJti(randomUUID())
    .sign(new TextEncoder().encode(secret))
  return { secret, token, body }
}

function standing<Part>(part: Part | undefined): Part {
  assert.ok(part, 'It stands only while tests run.')
  return part
}
