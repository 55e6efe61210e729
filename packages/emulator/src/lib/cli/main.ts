import { readFile } from 'node:fs/promises'
import { createEmulator } from '../emulator.ts'
import { EmulatorError } from '../error.ts'
import type { EmulatorOptions } from '../options.ts'
import { readSeed } from '../seed/read-seed.ts'
import type { Seed } from '../seed/seed.ts'
import { readArguments } from './arguments.ts'
import type { Arguments } from './arguments.ts'
import { greeting, help, machineGreeting } from './texts.ts'

const usageError = 2
const startError = 1

/** Runs the command: starts an emulator, says where it is, and ends it when told to. */
export async function main(args: readonly string[]): Promise<void> {
  try {
    const parsed = readArguments(args)
    if (parsed.help) {
      process.stdout.write(help)
      return
    }
    await run(parsed)
  } catch (error) {
    if (!(error instanceof EmulatorError) && !(error instanceof TypeError)) throw error
    process.stderr.write(`opentok-emulator: ${firstLine(error.message)}\n`)
    process.exitCode = isStartError(error) ? startError : usageError
  }
}

async function run(parsed: Arguments): Promise<void> {
  const emulator = await createEmulator(await readOptions(parsed))
  process.stdout.write(parsed.json ? machineGreeting(emulator) : greeting(emulator))
  const stop = () => void emulator.close()
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

async function readOptions(parsed: Arguments): Promise<EmulatorOptions> {
  const { host, port, allowRemote, allowedHosts, projects, seedFile, json } = parsed
  const { turn, iceServers, turnProgram } = parsed
  const { mediaPort, mediaRouter, ffmpeg, archiveFolder } = parsed
  const applications = await Promise.all(
    parsed.applications.map(async ({ applicationId, keyFile }) => ({
      applicationId,
      publicKey: await readText(keyFile),
    })),
  )
  const seed = seedFile === undefined ? {} : await readSeedFile(seedFile)
  const log = (line: string) => void process.stderr.write(`${line}\n`)
  return {
    host,
    port,
    allowRemote,
    allowedHosts,
    projects,
    applications,
    seed,
    turn,
    ...(iceServers && { iceServers }),
    ...(turnProgram !== undefined && { turnProgram }),
    mediaPort,
    mediaRouter,
    ffmpeg,
    ...(archiveFolder !== undefined && { archiveFolder }),
    ...(!json && { log }),
    warn: log,
  }
}

async function readSeedFile(path: string): Promise<Seed> {
  const text = await readText(path)
  try {
    return readSeed(JSON.parse(text))
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause
    throw new EmulatorError('bad-seed', `${path} is not JSON: ${cause.message}`, { cause })
  }
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    throw new EmulatorError('bad-option', `The file ${path} cannot be read`, { cause })
  }
}

function isStartError(error: Error): boolean {
  return error instanceof EmulatorError && /^(port-in-use|listen-failed)$/.test(error.code)
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? text
}
