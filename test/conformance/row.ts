import type { Scene } from './scene.ts'

/** Proves one thing that users of a method would notice; rejects when it is not so. */
export type Check<Verbs> = (scene: Scene<Verbs>) => Promise<void>

/** Why a row cannot pass: a fault of the SDK itself, or something that the emulator says it lacks; and the error that shows it. */
export interface KnownFault {
  readonly reason: string
  readonly error: RegExp
}

/** One line of the table: a method of an SDK, what is looked at, and how. */
export interface Row<Verbs> {
  /** The SDK's own name of it, `Archive.stop` for a method of an object that it returns. */
  readonly method: string
  /** A sentence on what users would notice. */
  readonly title: string
  readonly check: Check<Verbs>
  /** Present when the row has to fail. */
  readonly fault?: KnownFault
}

/** A row as the tables write it. */
export type Line<Verbs> = readonly [
  method: string,
  title: string,
  check: Check<Verbs>,
  fault?: KnownFault,
]

export function rowsOf<Verbs>(lines: readonly Line<Verbs>[]): readonly Row<Verbs>[] {
  return lines.map(([method, title, check, fault]) => {
    return { method, title, check, ...(fault === undefined ? {} : { fault }) }
  })
}

/** What came of a row. */
export type Outcome =
  | { readonly kind: 'passed' }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'fault-seen'; readonly fault: KnownFault }
  | { readonly kind: 'fault-gone'; readonly fault: KnownFault }

/** Whether everything is as the table foretold. */
export function isExpected(outcome: Outcome): boolean {
  return outcome.kind === 'passed' || outcome.kind === 'fault-seen'
}

// What never comes must not keep the rows after it from being carried out.
const patienceMs = 20_000

/** Carries one row out; never rejects, and gives up after twenty seconds. */
export async function perform<Verbs>(row: Row<Verbs>, scene: Scene<Verbs>): Promise<Outcome> {
  const { fault } = row
  try {
    scene.forget()
    await inTime(row.check(scene))
  } catch (error) {
    const foretold = fault?.error.test(error instanceof Error ? error.message : String(error))
    return fault !== undefined && foretold
      ? { kind: 'fault-seen', fault }
      : { kind: 'failed', error }
  }
  return fault === undefined ? { kind: 'passed' } : { kind: 'fault-gone', fault }
}

async function inTime(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('it never came to an end')), patienceMs)
  })
  try {
    await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
