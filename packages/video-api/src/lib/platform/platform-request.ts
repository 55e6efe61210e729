/** One request to the REST API, as values. */
export interface PlatformRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below the address of the API, with every id in it escaped. */
  readonly path: string
  readonly query?: Readonly<Record<string, string | number>>
  readonly body?: PlatformBody
  /** What the caller gives up with. */
  readonly signal: AbortSignal | undefined
  /** The most that is read of the answer, in bytes; default 64 KiB. */
  readonly answerLimit?: number
  /** Texts of the request that no error may repeat. */
  readonly secrets?: readonly string[]
}

export type PlatformBody =
  | { readonly form: Readonly<Record<string, string>> }
  | { readonly json: Readonly<Record<string, unknown>> }

/** The request as `fetch` takes it, all but its authorization. */
export function fetchArguments(
  { method, path, query = {}, body }: PlatformRequest,
  apiUrl: string,
): { readonly url: string; readonly init: RequestInit } {
  const pairs = Object.entries(query).map(([name, value]) => [name, `${value}`])
  const search = pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`
  return { url: apiUrl + path + search, init: { method, ...bodyInit(body) } }
}

function bodyInit(body: PlatformBody | undefined): RequestInit {
  if (body === undefined) return {}
  return 'form' in body
    ? written('application/x-www-form-urlencoded', new URLSearchParams(body.form).toString())
    : written('application/json', JSON.stringify(body.json))
}

function written(type: string, body: string): RequestInit {
  return { body, headers: { 'Content-Type': type } }
}
