/** Why a callback is refused. The strings are stable: switch on them. */
export type CallbackRefusal =
  | 'unreadable'
  | 'too-large'
  | 'unsigned'
  | 'malformed'
  | 'forged'
  | 'altered'
  | 'other-account'
  | 'early'
  | 'late'
  | 'replayed'

/** What came of looking at a callback. */
export type CallbackVerdict =
  | {
      readonly ok: true
      /** The JSON of the callback. */
      readonly body: unknown
      /** When it was signed, seconds since 1970. */
      readonly issuedAt: number
      /** Forgets that it came, for when handling it failed: the platform sends it again, perhaps with the same token. */
      release(): Promise<void>
    }
  | {
      readonly ok: false
      readonly reason: CallbackRefusal
      /**
       * What to answer: 401; 413 for `too-large`; 200 for `replayed`, which was handled and need not come again; 503 for
       * `unsigned` where the platform is asked to send it again.
       */
      readonly status: 200 | 401 | 413 | 503
      /** A sentence for the log; it repeats nothing of the callback. */
      readonly message: string
    }

const sentences: Readonly<Record<CallbackRefusal, string>> = {
  unreadable:
    'Its body cannot be read, or was read before. Verify the request first, or give the raw bytes to verifyBytes.',
  'too-large': 'It is longer than bodyLimit.',
  unsigned:
    'It has no signature. The platform may send such a callback after a fault of its own, and again with a signature after a 503.',
  malformed: 'Its token or its body is not what the platform sends.',
  forged: 'It is not signed with one of the secrets.',
  altered:
    'Its body is not the one that was signed. Take the raw bytes, before anything parses them.',
  'other-account': 'It is about another account.',
  early: "It claims to be signed in the future: this machine's clock is behind.",
  late: "It was signed too long ago: it was held back, or this machine's clock is ahead.",
  replayed: 'It has come before.',
}

/** What becomes of a callback without a signature: it is refused, or the platform is asked to send it again. */
export type UnsignedCallbacks = 'refuse' | 'ask-again'

export function refusedCallback(
  reason: CallbackRefusal,
  unsigned: UnsignedCallbacks = 'refuse',
): CallbackVerdict & { readonly ok: false } {
  return { ok: false, reason, status: statusOf(reason, unsigned), message: sentences[reason] }
}

function statusOf(
  reason: CallbackRefusal,
  unsigned: UnsignedCallbacks,
): (CallbackVerdict & { readonly ok: false })['status'] {
  if (reason === 'replayed') return 200
  if (reason === 'too-large') return 413
  return reason === 'unsigned' && unsigned === 'ask-again' ? 503 : 401
}
