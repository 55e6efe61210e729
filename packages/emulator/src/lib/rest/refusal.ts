/** What a refusal says. */
export interface RefusalText {
  /** The platform's own words where they are known. */
  readonly message: string
  /** What to look at, where the message does not say it. */
  readonly description?: string
  /** The platform's number for what is wrong; the HTTP status, or -1 for credentials, when absent. */
  readonly code?: number
}

/** An error as the platform's REST API writes it. */
export function refusal(status: number, { message, description, code }: RefusalText): Response {
  const body = { code: code ?? (status === 403 ? -1 : status), message }
  return Response.json({ ...body, ...(description !== undefined && { description }) }, { status })
}
