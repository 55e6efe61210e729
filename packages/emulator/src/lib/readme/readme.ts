import { readmeTables } from './tables.ts'

const start = '<!-- What follows is written by `npm run docs`. -->'
const end = '<!-- What precedes is written by `npm run docs`. -->'

/** The README with tables that say what the code does now. */
export function withTables(readme: string): string {
  const [before, rest = ''] = readme.split(start)
  const [, after] = rest.split(end)
  if (after === undefined) throw new Error('The README has no place for the tables')
  return `${before}${start}\n\n${readmeTables()}\n\n${end}${after}`
}
