import { EmulatorError } from '../error.ts'
import type { Seed, SeedSession } from './seed.ts'

/** One property of a seeded session: how to recognise it, and what it should have been. */
interface Rule {
  readonly holds: (value: unknown) => boolean
  readonly expected: string
}

const rules: Readonly<Record<keyof SeedSession, Rule>> = {
  sessionId: {
    holds: (value) => typeof value === 'string' && /^[\w-]{1,255}$/.test(value),
    expected: 'must be 1 to 255 letters, digits, _ and -',
  },
  apiKey: {
    holds: (value) => typeof value === 'string',
    expected: 'must be a string',
  },
  mediaMode: {
    holds: (value) => value === 'relayed' || value === 'routed',
    expected: 'must be "relayed" or "routed"',
  },
  archiveMode: {
    holds: (value) => value === 'manual' || value === 'always',
    expected: 'must be "manual" or "always"',
  },
  e2ee: {
    holds: (value) => typeof value === 'boolean',
    expected: 'must be true or false',
  },
}

/**
 * Checks a seed that came from outside.
 *
 * @throws {EmulatorError} `bad-seed`, with the path of the first thing that is wrong
 */
export function readSeed(value: unknown): Seed {
  const { sessions = [] } = object(value, 'seed', ['sessions'])
  if (!Array.isArray(sessions)) throw wrong('seed.sessions', 'must be a list')
  const read = sessions.map((session: unknown, index) =>
    readSession(session, `seed.sessions[${index}]`),
  )
  read.forEach(({ sessionId }, index) => {
    if (
      sessionId !== undefined &&
      read.findIndex((other) => other.sessionId === sessionId) < index
    ) {
      throw wrong(`seed.sessions[${index}].sessionId`, 'is already in the list')
    }
  })
  return { sessions: read }
}

function readSession(value: unknown, path: string): SeedSession {
  const session = object(value, path, Object.keys(rules))
  for (const [name, { holds, expected }] of Object.entries(rules)) {
    const property = session[name]
    if (property !== undefined && !holds(property)) throw wrong(`${path}.${name}`, expected)
  }
  if (session['archiveMode'] === 'always' && session['mediaMode'] === 'relayed') {
    throw wrong(`${path}.archiveMode`, 'must be "manual" when mediaMode is "relayed"')
  }
  return session
}

function object(value: unknown, path: string, known: readonly string[]): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw wrong(path, 'must be an object')
  }
  const unknown = Object.keys(value).find((name) => !known.includes(name))
  if (unknown !== undefined) throw wrong(`${path}.${unknown}`, `is not one of ${known.join(', ')}`)
  return { ...value }
}

function wrong(path: string, what: string): EmulatorError {
  return new EmulatorError('bad-seed', `${path} ${what}`)
}
