// The emulator under attack, in a process of its own: what it logs of itself as failed is a complaint on stderr.
import { createEmulator } from 'opentok-emulator'
import { emulatorOptions } from './world.ts'

const log = (line: string): void => {
  if (/request failed|given up/.test(line)) process.stderr.write(`${line}\n`)
}
const { url, close } = await createEmulator({ ...emulatorOptions, log })
process.stdout.write(`${JSON.stringify({ url })}\n`)
process.on('SIGTERM', () => void close().then(() => process.exit(0)))
