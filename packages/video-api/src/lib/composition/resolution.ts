import { choice } from '../options/checks.ts'

const resolutions = [
  '640x480',
  '480x640',
  '1280x720',
  '720x1280',
  '1920x1080',
  '1080x1920',
] as const

/** The sizes of a composed picture, in pixels; SD, HD and full HD, lying or standing. */
export type Resolution = (typeof resolutions)[number]

export const resolution = choice(resolutions)
