import { isDeeperThan, isJsonObject } from './json.ts'
import type { Json, JsonObject } from './json.ts'

/** The JSON message inside a `message` frame: a verb, an address and a body. */
export interface Raptor {
  readonly method: string
  readonly uri: string
  readonly content: JsonObject
  /** Why something was deleted; beside the content, not in it. */
  readonly reason?: string
}

const text = new TextDecoder('utf-8', { fatal: true })

// Writing JSON recurses where parsing does not: a deep body could be read but never passed on.
const deepest = 32

/**
 * Reads the data of a `message` frame. A missing body is an empty one.
 *
 * @throws {SyntaxError} when the data is not a Raptor message
 */
export function decodeRaptor(data: Uint8Array): Raptor {
  const value: Json = JSON.parse(readText(data))
  if (isDeeperThan(value, deepest)) throw new SyntaxError('the message is nested too deeply')
  if (!isJsonObject(value)) throw new SyntaxError('the message is not a JSON object')
  const { method, uri, content = {} } = value
  if (typeof method !== 'string') throw new SyntaxError('the message has no method')
  if (typeof uri !== 'string') throw new SyntaxError('the message has no uri')
  if (!isJsonObject(content)) throw new SyntaxError('the content of the message is not an object')
  return { method, uri, content }
}

/** Writes any JSON value as the data of a frame. */
export function encodeJson(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value))
}

function readText(data: Uint8Array): string {
  try {
    return text.decode(data)
  } catch (cause) {
    throw new SyntaxError('the message is not UTF-8', { cause })
  }
}
