import { once } from 'node:events'
import { Agent, request as httpRequest, type IncomingMessage } from 'node:http'
import type { HttpRequest } from './requests.ts'

const agent = new Agent({ keepAlive: true })

export type HttpAnswer = { status: number; body: string }

/** Sends the request; the status is 0 when the connection was ended without an answer. */
export async function send(url: string, asked: HttpRequest): Promise<HttpAnswer> {
  const { method, path, headers, body } = asked
  const request = httpRequest(url + path, { method, headers, agent })
  // An answer may come, and the connection end, before the whole body was sent.
  request.on('error', () => {})
  request.end(body)
  try {
    const [response] = (await once(request, 'response')) as [IncomingMessage]
    response.on('error', () => {})
    let text = ''
    response.setEncoding('utf8').on('data', (part: string) => (text += part))
    await once(response, 'close')
    return { status: response.statusCode ?? 0, body: text }
  } catch {
    // A kept connection may have been ended just when it was used again.
    return request.reusedSocket ? send(url, asked) : { status: 0, body: '' }
  }
}

export function hangUp(): void {
  agent.destroy()
}

export function tell({ method, path, headers, body }: HttpRequest): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value.slice(0, 60)}`)
  return [`${method} ${path}`, ...lines, '', String(body).slice(0, 500)].join('\n')
}
