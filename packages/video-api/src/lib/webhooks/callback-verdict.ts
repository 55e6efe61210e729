/** Why a callback is refused. The strings are stable: switch on them. */
export type CallbackRefusal =
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
      /** A sentence for the log; it repeats nothing of the callback. */
      readonly message: string
    }

const sentences: Readonly<Record<CallbackRefusal, string>> = {
  'too-large': 'It is longer than bodyLimit.',
  unsigned:
    'It has no signature. The platform may send such a one after a fault of its own; answer 5xx and it comes again, signed.',
  malformed: 'Its token or its body is not what the platform sends.',
  forged: 'It is not signed with one of the secrets.',
  altered:
    'Its body is not the one that was signed. Take the raw bytes, before anything parses them.',
  'other-account': 'It is about another account.',
  early: "It claims to be signed in the future: this machine's clock is behind.",
  late: "It was signed too long ago: it was held back, or this machine's clock is ahead.",
  replayed: 'It has come before.',
}

export function refusedCallback(reason: CallbackRefusal): CallbackVerdict & { readonly ok: false } {
  return { ok: false, reason, message: sentences[reason] }
}
