export { createWebhookVerifier } from '@ot-room/video-api/webhooks'
