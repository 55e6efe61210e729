import { createPublicKey, generateKeyPair, randomBytes } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { EmulatorError } from './error.ts'
import type { Administrator, Application, EmulatorOptions, Project } from './options.ts'
import { isApplicationId } from './session/owner.ts'
import { accountsOf } from './platform/accounts.ts'
import type { Accounts, Credentials } from './platform/accounts.ts'

/** Who may use an emulator, and what to say to be that. */
export interface Identity {
  readonly accounts: Accounts
  /** The first project. */
  readonly apiKey: string
  readonly apiSecret: string
  /** The first application. */
  readonly applicationId: string
  /** Its private key in PKCS 8 PEM; empty when only its owner has it. */
  readonly privateKey: string
  /** Who administers projects over REST. */
  readonly accountKey: string
  readonly accountSecret: string
}

// Shaped like a real project, 40 hexadecimal digits included, because the PHP SDK looks at the shape.
const defaultProject: Project = { apiKey: '10000000', apiSecret: 'deadbeef'.repeat(5) }
const defaultAccountKey = '20000000'
const defaultApplicationId = '00000000-0000-4000-8000-000000000000'

/**
 * Makes the accounts of an emulator; a kind that is not given gets a default one.
 *
 * @throws {EmulatorError} `bad-option`, when a project or an application is not usable
 */
export async function createIdentity(options: EmulatorOptions): Promise<Identity> {
  const projects = options.projects?.length ? options.projects : [defaultProject]
  const made = options.applications?.length ? undefined : await makeApplication()
  const applications = made ? [made] : (options.applications ?? [])
  const [project = defaultProject] = projects
  // Nobody needs to know it who has not asked for it, and it creates projects.
  const administrator = options.administrator ?? {
    accountKey: defaultAccountKey,
    accountSecret: randomBytes(20).toString('hex'),
  }
  const keys = projects.map(({ apiKey }) => apiKey)
  return {
    accounts: accountsOf(
      [
        ...projects.map(projectAccount),
        ...applications.map(applicationAccount),
        administratorAccount(administrator, keys),
      ],
      Date.now(),
    ),
    ...project,
    ...administrator,
    applicationId: applications[0]?.applicationId ?? defaultApplicationId,
    privateKey: made?.privateKey ?? '',
  }
}

/** Says that a secret looks like one of the real platform, which an emulator does not need. */
export function warnOfRealSecrets(
  { projects = [], administrator, seed }: EmulatorOptions,
  log: (line: string) => void,
): void {
  const given = [...projects, ...(seed?.projects ?? [])]
  for (const { apiKey, apiSecret } of given) {
    if (looksReal(apiSecret)) log(`The secret of project ${apiKey} ${advice}`)
  }
  if (administrator !== undefined && looksReal(administrator.accountSecret)) {
    log(`The secret of the administrator ${administrator.accountKey} ${advice}`)
  }
}

const advice = 'looks like a real one. Make one up: every program on this machine can use it here.'

/** 40 hexadecimal digits that repeat nothing. */
function looksReal(secret: string): boolean {
  if (!/^[0-9a-f]{40}$/.test(secret)) return false
  return [1, 2, 4, 5, 8, 10, 20].every(
    (length) => secret !== secret.slice(0, length).repeat(40 / length),
  )
}

function projectAccount({ apiKey, apiSecret }: Project): Credentials {
  // Session ids and addresses are made of the key, so it cannot hold their separators.
  if (!/^[\w-]{1,64}$/.test(apiKey) || isApplicationId(apiKey)) {
    throw new EmulatorError(
      'bad-option',
      `The API key ${apiKey} must be 1 to 64 letters and digits, and no UUID`,
    )
  }
  if (apiSecret === '') {
    throw new EmulatorError('bad-option', `The project ${apiKey} needs a secret that is not empty`)
  }
  return { type: 'project', key: apiKey, secret: new TextEncoder().encode(apiSecret) }
}

function applicationAccount({ applicationId, publicKey }: Application): Credentials {
  if (!isApplicationId(applicationId)) {
    throw new EmulatorError('bad-option', `The application id ${applicationId} must be a UUID`)
  }
  return { type: 'application', key: applicationId, publicKey: readKey(publicKey, applicationId) }
}

function administratorAccount(
  { accountKey, accountSecret }: Administrator,
  projectKeys: readonly string[],
): Credentials {
  if (accountKey === '' || accountSecret === '' || projectKeys.includes(accountKey)) {
    const message = 'The administrator needs a key that is no API key, and a secret'
    throw new EmulatorError('bad-option', message)
  }
  return {
    type: 'administrator',
    key: accountKey,
    secret: new TextEncoder().encode(accountSecret),
  }
}

function readKey(pem: string, applicationId: string): KeyObject {
  const message = `The application ${applicationId} needs an RSA public key in PEM`
  const parsed = parseKey(pem, message)
  if (parsed.asymmetricKeyType !== 'rsa') throw new EmulatorError('bad-option', message)
  return parsed
}

function parseKey(pem: string, message: string): KeyObject {
  try {
    return createPublicKey(pem)
  } catch (cause) {
    throw new EmulatorError('bad-option', message, { cause })
  }
}

async function makeApplication(): Promise<Application & { readonly privateKey: string }> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  return { applicationId: defaultApplicationId, publicKey, privateKey }
}
