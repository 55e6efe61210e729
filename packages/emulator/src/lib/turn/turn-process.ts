import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { TurnAddresses } from './addresses.ts'
import { complaintOf, isClash } from './complaint.ts'
import { configText } from './config.ts'
import { startGuarded } from './guard.ts'
import type { Guard } from './guard.ts'
import { relayPorts } from './ports.ts'
import { answering } from './probe.ts'

/** How to run coturn once. */
export interface TurnProcessOptions {
  /** The file of the program. */
  readonly program: string
  readonly addresses: TurnAddresses
  readonly port: number
  /** What credentials are signed with. */
  readonly secret: string
  /** Hears each line it complains with. */
  readonly complain: (line: string) => void
  /** Ends the start. */
  readonly signal: AbortSignal
}

/** Coturn as it runs. */
export interface TurnProcess {
  readonly port: number
  /** Resolves when it has gone, and its folder too. */
  readonly ended: Promise<void>
  stop(): Promise<void>
}

const patience = 5_000

/**
 * Starts coturn and waits until it answers; nothing is left behind when it does not.
 *
 * @throws {Error} when it ends, cannot listen or says nothing for five seconds
 */
export async function startTurnProcess(options: TurnProcessOptions): Promise<TurnProcess> {
  const { program, addresses, port, secret } = options
  const folder = await mkdtemp(join(tmpdir(), 'opentok-emulator-turn-'))
  const realm = `opentok-emulator-${randomBytes(4).toString('hex')}`
  const configFile = join(folder, 'turnserver.conf')
  const text = configText({ ...addresses, port, relayPorts: relayPorts(), realm, secret, folder })
  await writeFile(configFile, text, { mode: 0o600 })
  const guard = startGuarded({ program, configFile, folder })
  const ended = endOf(guard).then(() => rm(folder, { recursive: true, force: true }))
  const stop = async () => {
    guard.stdin.end()
    await ended
  }

  const failure = new AbortController()
  const fail = (message: string) => failure.abort(new Error(message))
  void ended.then(() => fail('it ended at once'))
  listen(guard, (line) => {
    if (isClash(line)) fail(`port ${port} is in use`)
    const complaint = complaintOf(line)
    if (complaint !== undefined) options.complain(complaint.replaceAll(secret, '…'))
  })
  const timer = setTimeout(fail, patience, 'it does not answer')
  try {
    const [address = ''] = addresses.listening
    const signal = AbortSignal.any([options.signal, failure.signal])
    await answering({ address, port, realm }, signal)
    return { port, ended, stop }
  } catch (error) {
    await stop()
    throw error
  } finally {
    clearTimeout(timer)
  }
}

async function endOf(guard: Guard): Promise<void> {
  // A shell that is not there is an error, and no exit.
  await once(guard, 'close').catch(() => undefined)
}

function listen(guard: Guard, hear: (line: string) => void): void {
  createInterface(guard.stdout).on('line', hear)
}
