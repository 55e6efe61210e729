import type { ServerResponse } from 'node:http'
import type { VideoErrorCode } from '../video-error.ts'
import type { ReceivedRequest } from './stub-platform.ts'

/** Something that goes wrong at the platform or on the way, and what a caller is told. */
export interface Fault {
  readonly title: string
  readonly code: VideoErrorCode
  readonly answer: (response: ServerResponse, request: ReceivedRequest) => void
  /** Whether a call that waits for nothing but a success is content with it. */
  readonly isSuccess?: true
}

/** A refusal that repeats the whole request, secrets and all, as a careless proxy would. */
function refusal(
  status: number,
  code: VideoErrorCode,
  headers: Record<string, string> = {},
): Fault {
  return {
    title: [status, ...Object.entries(headers).map((pair) => pair.join(': '))].join(', '),
    code,
    answer: (response, request) => {
      const message = `${request.body} ${JSON.stringify(request.headers)}`
      response.writeHead(status, headers).end(JSON.stringify({ code: status, message }))
    },
  }
}

function success(title: string, body: string | Buffer, kind: Partial<Fault> = {}): Fault {
  return {
    title: `200 with ${title}`,
    code: 'unexpected-response',
    answer: (response) => response.end(body),
    ...kind,
  }
}

const json = { isSuccess: true } as const

export const faults: readonly Fault[] = [
  refusal(400, 'rejected'),
  refusal(401, 'unauthorized'),
  refusal(403, 'unauthorized'),
  refusal(403, 'unauthorized', { Date: 'Thu, 01 Jan 2026 00:00:00 GMT' }),
  refusal(404, 'not-found'),
  refusal(408, 'rejected'),
  refusal(409, 'rejected'),
  refusal(413, 'rejected'),
  refusal(422, 'rejected'),
  refusal(429, 'rate-limited'),
  refusal(429, 'rate-limited', { 'Retry-After': '3600' }),
  refusal(429, 'rate-limited', { 'Retry-After': 'soon' }),
  refusal(500, 'upstream-error'),
  refusal(502, 'upstream-error'),
  refusal(503, 'upstream-error'),
  refusal(504, 'upstream-error'),
  refusal(301, 'unexpected-response', { Location: 'http://127.0.0.1:9/' }),
  refusal(307, 'unexpected-response', { Location: '/elsewhere' }),
  {
    title: '500 with HTML',
    code: 'upstream-error',
    answer: (response) => response.writeHead(500).end('<h1>Oops</h1>'),
  },
  success('HTML', '<html>Log in to the airport network</html>'),
  success('XML', '<sessions><Session/></sessions>'),
  success('nothing', '', json),
  success('null', 'null', json),
  success('an empty list', '[{}]', json),
  success('an empty object', '{}', json),
  success('wrong types', '{"id":7,"status":null,"items":"none","session_id":{}}', json),
  success('a list of wrong things', '{"count":1,"items":[{"id":null}]}', json),
  success('invalid UTF-8', Buffer.from([0xff, 0xfe, 0x00])),
  success('half of some JSON', '{"id":"00000000-0000-4000-8000-0000'),
  success('ten megabytes', `{"id":"${'x'.repeat(10_000_000)}"}`),
  {
    title: 'garbage that claims to be gzip',
    code: 'network',
    answer: (response) => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end('not gzip'),
  },
  {
    title: 'a reset before the answer',
    code: 'network',
    answer: (response) => response.socket?.destroy(),
  },
  {
    title: 'a reset within the body',
    code: 'network',
    answer: (response) => {
      response.writeHead(200, { 'Content-Length': 100 }).write('{"id"')
      setImmediate(() => response.socket?.destroy())
    },
  },
  {
    title: 'a body cut short in its chunks',
    code: 'network',
    answer: (response) => {
      response.writeHead(200).write('{"id"')
      setImmediate(() => response.socket?.end())
    },
  },
  {
    title: 'an answer that is no HTTP',
    code: 'network',
    answer: (response) => response.socket?.end('SSH-2.0-OpenSSH\r\n'),
  },
  { title: 'silence', code: 'timeout', answer: () => undefined },
  {
    title: 'silence within the body',
    code: 'timeout',
    answer: (response) => response.writeHead(200).write('{"id"'),
  },
  {
    title: 'a body that trickles for ever',
    code: 'timeout',
    answer: (response) => {
      response.writeHead(200)
      const trickle = setInterval(() => response.write(' '), 10)
      response.on('close', () => clearInterval(trickle))
    },
  },
]
