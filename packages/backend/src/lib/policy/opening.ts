/** When a room may be entered: between two moments, or at certain hours of certain days. */
export type Opening =
  | {
      /** ISO 8601 with a time zone; default since ever. */
      readonly from?: string
      /** ISO 8601 with a time zone; default for ever. */
      readonly until?: string
    }
  | {
      /** Hours and minutes by the wall clock, `09:00`. */
      readonly opens: string
      /** Not included; before `opens` it is on the next day. */
      readonly closes: string
      /** A name of the IANA time zone database, `Europe/Berlin`. */
      readonly timeZone: string
      /** On which days it opens, default all. */
      readonly days?: readonly Weekday[]
    }

export type Weekday = (typeof weekdays)[number]

export const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const

/** Whether a room is open, and for how many seconds more. */
export type Openness = { readonly open: true; readonly closesIn: number } | { readonly open: false }

const closed: Openness = { open: false }
const minutesOfDay = 24 * 60

/** Asks an opening about a moment in milliseconds since 1970. */
export function opennessAt(opening: Opening, now: number): Openness {
  return 'opens' in opening ? atHours(opening, now) : betweenMoments(opening, now)
}

/** Asks several openings, all of which must be open. */
export function opennessOfAll(openings: readonly Opening[], now: number): Openness {
  let closesIn = Infinity
  for (const opening of openings) {
    const openness = opennessAt(opening, now)
    if (!openness.open) return closed
    closesIn = Math.min(closesIn, openness.closesIn)
  }
  return { open: true, closesIn }
}

function betweenMoments(
  { from, until }: Extract<Opening, { until?: string }>,
  now: number,
): Openness {
  const begins = from === undefined ? -Infinity : Date.parse(from)
  const ends = until === undefined ? Infinity : Date.parse(until)
  return now >= begins && now < ends ? { open: true, closesIn: (ends - now) / 1000 } : closed
}

function atHours(
  { opens, closes, timeZone, days = weekdays }: Extract<Opening, { opens: string }>,
  now: number,
): Openness {
  // The wall clock is asked instead of computed with, so that a change to summer time is its business.
  const { day, minute } = wallClock(now, timeZone)
  const [begin, end] = [minuteOf(opens), minuteOf(closes)]
  const opensOn = (index: number) => days.includes(weekdays[(index + 7) % 7] ?? 'Mon')
  const overnight = end <= begin
  if (opensOn(day) && minute >= begin && (overnight || minute < end)) {
    return { open: true, closesIn: 60 * ((overnight ? minutesOfDay : 0) + end - minute) }
  }
  if (overnight && opensOn(day - 1) && minute < end) {
    return { open: true, closesIn: 60 * (end - minute) }
  }
  return closed
}

function minuteOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return 60 * hours + minutes
}

function wallClock(now: number, timeZone: string): { day: number; minute: number } {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const parts = format.formatToParts(now)
  const part = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  return {
    day: weekdays.findIndex((day) => day === part('weekday')),
    minute: 60 * Number(part('hour')) + Number(part('minute')),
  }
}
