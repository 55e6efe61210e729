import type { BackendError } from './backend-error.ts'

/** Problem details of RFC 9457, with the stable `code` as the extension to switch on. */
export interface Problem {
  readonly type: 'about:blank'
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: string
  /** What to send along when asking again. */
  readonly ticket?: string
}

/**
 * Describes a failure. `about:blank` says that the status explains the kind of problem; its title
 * is then the phrase of the status (RFC 9457 section 4.2.1).
 */
export function problemOf({ code, status, message, ticket }: BackendError): Problem {
  const problem = {
    type: 'about:blank',
    title: phrases[status],
    status,
    detail: message,
    code,
  } as const
  return ticket === undefined ? problem : { ...problem, ticket }
}

const phrases: Record<BackendError['status'], string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
}
