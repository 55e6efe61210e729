/** What becomes of a picture that a receiver's network does not carry, or carries again. */
export type QualityEvent = 'warned' | 'warning-lifted' | 'video-disabled' | 'video-enabled'
