import { html } from 'hono/html'
import { isJsonObject } from '../wire/json.ts'
import type { Json, JsonObject } from '../wire/json.ts'
import type { Html } from './page.ts'

/** A field of something that is described as JSON; empty where it is none. */
export function textOf(object: JsonObject, key: string): string {
  const value = object[key]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** The objects in a field. */
export function objectsIn(object: JsonObject, key: string): readonly JsonObject[] {
  const value = object[key]
  return Array.isArray(value) ? (value as readonly Json[]).filter(isJsonObject) : []
}

/** What a page would call somebody: the name in the data of their connection, or the data. */
export function nameOf(connection: JsonObject): string {
  const data = textOf(connection, 'data')
  try {
    const parsed = JSON.parse(data) as Json
    if (isJsonObject(parsed) && typeof parsed['name'] === 'string') return parsed['name']
  } catch {
    // Apps put into it what they like.
  }
  return data.slice(0, 60)
}

/** An id by its beginning; the whole of it is there for whoever wants it. */
export function shortId(id: string): Html {
  return html`<code title="${id}">${id.length > 10 ? `${id.slice(0, 8)}…` : id}</code>`
}

/** A time of day, to the millisecond, in UTC. */
export function timeOf(ms: number): Html {
  const iso = new Date(ms).toISOString()
  return html`<time datetime="${iso}">${iso.slice(11, 23)}</time>`
}

/** So many of something. */
export function count(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? '' : 's'}`
}
