import { VideoError } from '@ot-room/video-api'
import { DeadlineError } from '../deadline.ts'
import { BackendError } from './backend-error.ts'
import type { BackendErrorDetails } from './backend-error.ts'

/** What a visitor may learn about a failure; the original stays as `cause`, for the log alone. */
export function visibleError(error: unknown): BackendError {
  if (error instanceof BackendError) return error
  if (error instanceof VideoError) return platformError(error)
  if (error instanceof DeadlineError) return tooLate({ cause: error })
  return new BackendError('internal-error', 'Something went wrong on this server.', {
    cause: error,
  })
}

function platformError(cause: VideoError): BackendError {
  const { code, retryAfter } = cause
  switch (code) {
    case 'timeout':
      return tooLate({ cause })
    case 'rate-limited':
      return busy({ retryAfter, cause })
    case 'network':
    case 'aborted':
      return new BackendError('platform-unreachable', 'The video platform cannot be reached.', {
        cause,
      })
    case 'unauthorized':
      return new BackendError(
        'platform-refused',
        'The video platform refused the credentials of this server. Tell the owner of the site.',
        { cause },
      )
    case 'upstream-error':
    case 'not-found':
    case 'rejected':
    case 'unexpected-response':
      // With a time to wait the platform has said "later", which is a 503.
      return retryAfter === undefined
        ? new BackendError('platform-error', 'The video platform failed. Try again.', { cause })
        : busy({ retryAfter, cause })
    case 'invalid-option':
    case 'invalid-credentials':
      return new BackendError(
        'server-misconfigured',
        'This server is not set up correctly. Tell the owner of the site.',
        { cause },
      )
    default:
      throw code satisfies never
  }
}

function tooLate(details: BackendErrorDetails): BackendError {
  return new BackendError(
    'platform-timeout',
    'The video platform took too long to answer. Try again.',
    details,
  )
}

/** The platform has said "later", or is known to be down. */
export function busy(details: BackendErrorDetails): BackendError {
  return new BackendError(
    'platform-busy',
    'The video platform is busy. Try again shortly.',
    details,
  )
}
