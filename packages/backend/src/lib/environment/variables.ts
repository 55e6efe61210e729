/** Environment variables: `process.env`, or the vars and secrets of a Worker. */
export type Environment = Readonly<Record<string, unknown>>

/** A variable's text, empty when it is not set; a Worker's environment has bindings beside texts. */
export function textOf(env: Environment, name: string): string {
  const value = env[name]
  return typeof value === 'string' ? value.trim() : ''
}

/** The prefixes that are ours: whatever else begins so was meant for this server. */
const ours = /^(?:OT|OPENTOK|VONAGE)_/

/** Throws an Error of one line for an unknown variable: a misspelled setting must not silently become a default. */
export function refuseUnheard(env: Environment, heard: readonly string[]): void {
  const unheard = Object.keys(env).find(
    (name) => ours.test(name) && textOf(env, name) !== '' && !heard.includes(name),
  )
  if (unheard === undefined) return
  const near = heard.find((name) => distance(name, unheard) <= 3)
  const advice = near === undefined ? `It hears ${heard.join(', ')}.` : `Is ${near} meant?`
  throw new Error(`This server does not hear ${unheard}. ${advice}`)
}

/** In how many characters two names differ (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1]
    for (const [at, theirs] of [...other].entries()) {
      const changed = (row[at] ?? 0) + (letter === theirs ? 0 : 1)
      next.push(Math.min(changed, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

/** What a variable lists, separated by commas or spaces. */
export function listOf(env: Environment, name: string): readonly string[] {
  return textOf(env, name)
    .split(/[\s,]+/)
    .filter((item) => item !== '')
}
