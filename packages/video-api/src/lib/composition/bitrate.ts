import { whole } from '../options/checks.ts'

export const maxBitrate = whole({ min: 100_000, max: 6_000_000, unit: 'bits per second' })
