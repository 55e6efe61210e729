import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'

/** Answers with a file, or with the part of it that a player asks for (RFC 9110, section 14). */
export async function sendFile(
  path: string,
  { contentType, range }: { readonly contentType: string; readonly range: string | undefined },
): Promise<Response> {
  const { size } = await stat(path)
  const part = readRange(range, size)
  const headers = new Headers({ 'content-type': contentType, 'accept-ranges': 'bytes' })
  if (part === 'unsatisfiable') {
    headers.set('content-range', `bytes */${size}`)
    return new Response(null, { status: 416, headers })
  }
  const { start, end } = part ?? { start: 0, end: size - 1 }
  headers.set('content-length', String(end - start + 1))
  if (part !== undefined) headers.set('content-range', `bytes ${start}-${end}/${size}`)
  const stream = size === 0 ? null : Readable.toWeb(createReadStream(path, { start, end }))
  return new Response(stream as ReadableStream | null, { status: part ? 206 : 200, headers })
}

/** One range of bytes; several are answered with all of them, as is allowed. */
function readRange(
  range: string | undefined,
  size: number,
): { readonly start: number; readonly end: number } | 'unsatisfiable' | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? []
  if (from === '' && to === '') return undefined
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  return start > end ? 'unsatisfiable' : { start, end }
}
