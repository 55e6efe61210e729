import type { Refused } from '../verdict.ts'

/** An error as the platform's REST API writes it. Refused credentials have the code -1. */
export function refusal(
  status: 400 | 403 | 404 | 413 | 500 | 501,
  { message, description }: Omit<Refused, 'ok'>,
): Response {
  const code = status === 403 ? -1 : status
  return Response.json(
    { code, message, ...(description !== undefined && { description }) },
    { status },
  )
}
