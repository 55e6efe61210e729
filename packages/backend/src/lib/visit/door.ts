import type { Endpoint } from '../api/operation.ts'
import type { BackendSettings } from '../backend-options.ts'
import type { Feature } from '../features/feature.ts'
import { readJsonBody } from '../http/json-body.ts'
import { BackendError } from '../problem/backend-error.ts'
import { canonicalRoomName } from '../rooms/room-name.ts'
import type { Stopwatch } from '../telemetry/stopwatch.ts'
import type { Arrival, Visit } from './visit.ts'

/** A request as the router hands it over. */
export interface Call {
  readonly request: Request
  readonly env: unknown
  /** What stands for the parameters of the path, decoded. */
  readonly parameters: Readonly<Record<string, string>>
  readonly stopwatch: Stopwatch
}

/** Somebody who was let in, and the JSON they brought. */
export interface Entry {
  readonly visit: Visit
  readonly body: Readonly<Record<string, unknown>>
}

/** Lets a request in or throws BackendError; nothing has been created or signed until then. */
export type Door = (call: Call, asked: Asked) => Promise<Entry>

/** An operation, and the feature it belongs to, if any. */
export interface Asked {
  readonly operation: Endpoint
  readonly feature?: string | undefined
}

const nobody = { member: undefined, banKey: undefined }

/** The one way in: the room's name, the body, the limits, the site's rule, and what hosts alone may do. */
export function createDoor(settings: BackendSettings, features: readonly Feature[]): Door {
  const { admit, rulesFor, address, visitors } = settings
  const atArrival = features.flatMap(({ onArrival }) => onArrival ?? [])
  const atVisit = features.flatMap(({ onVisit }) => onVisit ?? [])

  return async ({ request, env, parameters, stopwatch }, { operation, feature }) => {
    const { room: given = '', ...rest } = parameters
    const room = canonicalRoomName(given)
    const rules = rulesFor(room)
    if (feature !== undefined && rules.features?.has(feature) === false) {
      throw new BackendError('feature-off', 'This is not to be had in this room.')
    }
    const { signal } = request
    const arrival: Arrival = { signal, room, rules, address: address?.(request, env), stopwatch }
    // Before the body is read: whoever comes too often shall not cost that either.
    for (const ask of atArrival) await ask(arrival)
    const { object: body, text } =
      operation.method === 'POST' ? await readJsonBody(request) : { object: {}, text: undefined }
    // The body has been read; whoever wants it gets a request that can be read again.
    const readable = () =>
      text === undefined ? request : new Request(request, { method: 'POST', body: text })
    stopwatch.begin('rule')
    const { role, name, id } = await admit(readable, room)
    const identity = (await visitors?.recognize({ room, id, address: arrival.address })) ?? nobody
    const visit: Visit = { ...arrival, ...identity, readable, role, name, parameters: rest }
    for (const ask of atVisit) await ask(visit)
    if (operation.who === 'host' && role !== 'moderator') {
      throw new BackendError('hosts-only', 'Only a host may do this.')
    }
    return { visit, body }
  }
}
