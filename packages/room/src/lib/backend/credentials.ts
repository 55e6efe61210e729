/** What the backend hands an authorised visitor; the token is a secret and stays out of every state and message. */
export interface Credentials {
  readonly applicationId: string
  readonly sessionId: string
  readonly token: string
  readonly role: string
  readonly mediaMode: string
  readonly name?: string
  /** What a host can ask the backend for in this room, by the names of its features; empty for everybody else. */
  readonly features: readonly string[]
  /** The language in which what is said is being written down, if it is. */
  readonly captions?: string
  /** What the backend knows the visitor by. */
  readonly visitor?: string
  /** Shows the backend that the visitor is inside, to read and write what it keeps of the meeting; a secret, too. */
  readonly pass?: string
  /** Lets the visitor come back to this meeting past its waiting room, once; a secret, too. */
  readonly ticket?: string
  /** Where OpenTok.js must send everything instead of the public platform, when given. */
  readonly proxyUrl?: string
}

/** The credentials in an answer's JSON, or `undefined` when a required field is missing. */
export function parseCredentials(json: unknown): Credentials | undefined {
  if (typeof json !== 'object' || json === null) return undefined
  const field = (key: string): string | undefined => textAt(json, key)
  const applicationId = field('applicationId')
  const sessionId = field('sessionId')
  const token = field('token')
  if (!applicationId || !sessionId || !token) return undefined
  const name = field('name')
  const visitor = field('visitor')
  const pass = field('pass')
  const ticket = field('ticket')
  const captions = field('captions')
  const proxyUrl = field('proxyUrl')
  return {
    applicationId,
    sessionId,
    token,
    role: field('role') ?? 'publisher',
    mediaMode: field('mediaMode') ?? 'routed',
    features: textsAt(json, 'features'),
    ...(name !== undefined && { name }),
    ...(captions && { captions }),
    ...(visitor !== undefined && { visitor }),
    ...(pass !== undefined && { pass }),
    ...(ticket !== undefined && { ticket }),
    ...(proxyUrl !== undefined && { proxyUrl }),
  }
}

/** The text at a key of something that came over the wire. */
export function textAt(json: object, key: string): string | undefined {
  const value: unknown = Reflect.get(json, key)
  return typeof value === 'string' ? value : undefined
}

function textsAt(json: object, key: string): readonly string[] {
  return listAt(json, key).filter((one) => typeof one === 'string')
}

/** The list at a key of something that came over the wire; an empty one where there is none. */
export function listAt(json: unknown, key: string): readonly unknown[] {
  const value: unknown = typeof json === 'object' && json ? Reflect.get(json, key) : undefined
  return Array.isArray(value) ? value : []
}
