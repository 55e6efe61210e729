/** Where a request belongs, as W3C Trace Context says it. */
export interface Trace {
  /** 32 hexadecimal digits. */
  readonly traceId: string
  /** 16 hexadecimal digits: this request's own part of the trace. */
  readonly spanId: string
  readonly sampled: boolean
}

/** Goes on with the trace of a `traceparent` header, or begins one where there is none that is valid. */
export function traceOf(traceparent: string | null | undefined): Trace {
  const random = randomHex()
  const spanId = random.slice(16)
  const match = /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(?:$|-)/.exec(
    traceparent ?? '',
  )
  const [, traceId = '', parent = '', flags = ''] = match ?? []
  const valid =
    match && !traceparent?.startsWith('ff') && /[^0]/.test(traceId) && /[^0]/.test(parent)
  if (!valid) return { traceId: random, spanId, sampled: false }
  return { traceId, spanId, sampled: (Number.parseInt(flags, 16) & 1) === 1 }
}

/** The `traceparent` header for what this request asks of others. */
export function traceparentOf({ traceId, spanId, sampled }: Trace): string {
  return `00-${traceId}-${spanId}-${sampled ? '01' : '00'}`
}

/** 32 hexadecimal digits, 122 bits of them random, the last 62 among them. */
function randomHex(): string {
  // Runtimes draw the bits of UUIDs in advance; asking for bare ones takes as long as signing.
  return crypto.randomUUID().replaceAll('-', '')
}
