/** The sizes of composed pictures, in pixels. */
export const resolutions = [
  '480x640',
  '640x480',
  '720x1280',
  '1280x720',
  '1080x1920',
  '1920x1080',
] as const

export type Resolution = (typeof resolutions)[number]

/** What the platform composes when nothing was asked for. */
export const defaultResolution: Resolution = '640x480'

export function isResolution(value: string | undefined): value is Resolution {
  return resolutions.some((resolution) => resolution === value)
}
