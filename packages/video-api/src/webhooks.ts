export { createWebhookVerifier } from './lib/webhooks/webhook-verifier.ts'
export type {
  ReceivedCallback,
  WebhookVerifier,
  WebhookVerifierOptions,
} from './lib/webhooks/webhook-verifier.ts'
export type {
  CallbackRefusal,
  CallbackVerdict,
  UnsignedCallbacks,
} from './lib/webhooks/callback-verdict.ts'
export { memoryReplays } from './lib/webhooks/replays.ts'
export type { MemoryReplaysOptions, ReplayStore } from './lib/webhooks/replays.ts'
