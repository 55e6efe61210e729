/** Environment variables: `process.env`, or the vars and secrets of a Worker. */
export type Environment = Readonly<Record<string, unknown>>

/** A variable's text, empty when it is not set; a Worker's environment has bindings beside texts. */
export function textOf(env: Environment, name: string): string {
  const value = env[name]
  return typeof value === 'string' ? value.trim() : ''
}

/** What a variable lists, separated by commas or spaces. */
export function listOf(env: Environment, name: string): readonly string[] {
  return textOf(env, name)
    .split(/[\s,]+/)
    .filter((item) => item !== '')
}
