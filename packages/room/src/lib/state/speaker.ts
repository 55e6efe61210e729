/** How loud everybody was lately, and who is taken to speak. */
export interface Hearing {
  /** By participant: loudness with the pauses between words smoothed away, 0 to 1, and when it was heard. */
  readonly voices: Map<string, Voice>
  readonly speaker: string | undefined
  /** When `speaker` began, in milliseconds. */
  readonly since: number
}

interface Voice {
  readonly loudness: number
  readonly at: number
}

/** A level that was heard; `at` is in milliseconds. */
export interface Heard {
  readonly participant: string
  readonly level: number
  readonly at: number
}

/** Nobody has said anything. */
export const silence: Hearing = { voices: new Map(), speaker: undefined, since: 0 }

/** Milliseconds after which a voice has faded to a third. */
const fading = 600
/** What is more quiet is breath and keyboards. */
const speech = 0.02
/** Somebody stays the speaker for that many milliseconds, so that pictures do not jump. */
const atLeast = 1500
/**
 * So much louder somebody must be to take over: far more than two people differ who talk at once, so that the large picture
 * stays with whoever had it until they pause.
 */
const louder = 4
/** What hums without a pause holds nobody's picture. */
const hum = 0.06
const louderThanHum = 1.6

/** What is known after one more level; the same speaker unless somebody has clearly taken over. */
export function hear(hearing: Hearing, heard: Heard): Hearing {
  const { participant, level, at } = heard
  const before = hearing.voices.get(participant) ?? { loudness: 0, at }
  const loudness = Math.max(level, faded(before, at))
  // Levels come in sixty times a second from everybody: the one map of a stay is kept up to date, and not copied.
  const known = hearing === silence ? new Map<string, Voice>() : hearing.voices
  const voices = known.set(participant, { loudness, at })
  const next = { ...hearing, voices }
  if (participant === hearing.speaker || loudness < speech) return next
  if (hearing.speaker === undefined) return { voices, speaker: participant, since: at }
  const holder = voices.get(hearing.speaker)
  const held = holder ? faded(holder, at) : 0
  const wanted = held < hum ? louderThanHum : louder
  const mayChange = at - hearing.since >= atLeast && loudness > held * wanted
  return mayChange ? { voices, speaker: participant, since: at } : next
}

function faded({ loudness, at }: Voice, now: number): number {
  return loudness * Math.exp(-(now - at) / fading)
}
