/** The arrangements the platform knows by itself. */
export const arrangements = [
  'bestFit',
  'horizontalPresentation',
  'pip',
  'verticalPresentation',
] as const

export type Arrangement = (typeof arrangements)[number]

/** How the streams of one picture are placed. */
export type Layout =
  | { readonly type: Arrangement; readonly screenshareType?: Arrangement }
  | { readonly type: 'custom'; readonly stylesheet: string }

/** What the platform composes when nothing was asked for. */
export const defaultLayout: Layout = { type: 'bestFit' }
