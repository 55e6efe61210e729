import { isExpected, type Outcome } from './row.ts'

/** One printed line of the table. */
export interface ReportLine {
  readonly sdk: string
  readonly method: string
  readonly title: string
  readonly result: Result
  /** How long it took; 0 for what was not carried out. */
  readonly ms: number
}

export type Result =
  Outcome | { readonly kind: 'skipped'; readonly reason: string } | { readonly kind: 'uncovered' }

/** Whether the line makes the whole run fail. */
export function isTrouble({ result }: ReportLine): boolean {
  switch (result.kind) {
    case 'skipped':
      return false
    case 'uncovered':
      return true
    case 'passed':
    case 'failed':
    case 'fault-seen':
    case 'fault-gone':
      return !isExpected(result)
    default:
      return result satisfies never
  }
}

export function printed(line: ReportLine): string {
  const { sdk, method, title, result, ms } = line
  const time = `${Math.round(ms)} ms`.padStart(8)
  const columns = [mark(result).padEnd(5), sdk.padEnd(24), method.padEnd(30), time, title]
  return [columns.join(' ').trimEnd(), ...details(result)].join('\n      ')
}

/** The line that ends the table. */
export function summary(lines: readonly ReportLine[]): string {
  const trouble = lines.filter(isTrouble).length
  const faults = lines.filter(({ result }) => result.kind === 'fault-seen').length
  const skipped = lines.filter(({ result }) => result.kind === 'skipped').length
  const passed = lines.length - trouble - faults - skipped
  return `${passed} ok, ${faults} expected failures, ${trouble} unexpected, ${skipped} skipped`
}

function mark(result: Result): string {
  switch (result.kind) {
    case 'passed':
      return 'ok'
    case 'failed':
    case 'uncovered':
      return 'FAIL'
    case 'fault-seen':
      return 'XFAIL'
    case 'fault-gone':
      return 'XPASS'
    case 'skipped':
      return 'SKIP'
    default:
      return result satisfies never
  }
}

function details(result: Result): readonly string[] {
  switch (result.kind) {
    case 'failed':
      return [said(result.error)]
    case 'fault-seen':
      return [`as expected: ${result.fault.reason}`]
    case 'fault-gone':
      return [`expected to fail, because ${result.fault.reason}`]
    case 'skipped':
      return [result.reason]
    case 'passed':
    case 'uncovered':
      return []
    default:
      return result satisfies never
  }
}

/** What an error says, on one line; some SDKs throw things that are no Errors. */
export function said(error: unknown): string {
  const message: unknown = Reflect.get(Object(error), 'message')
  const text = typeof message === 'string' && message !== '' ? message : String(error)
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length > 400 ? `${line.slice(0, 400)} …` : line
}
