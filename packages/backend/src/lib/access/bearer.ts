import { fields } from '../fields.ts'

/** The token of an `Authorization: Bearer` header. */
export function bearer(request: Request): string | undefined {
  return /^Bearer +([\w.~+/=-]+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
}

/** A text in the JSON body of a request, which can be read only once. */
export async function textInBody(request: Request, name: string): Promise<string | undefined> {
  if (request.method !== 'POST') return undefined
  const value = fields(await request.json())[name]
  return typeof value === 'string' ? value : undefined
}
