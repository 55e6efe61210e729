import type { Row } from './row.ts'
import type { Sessions } from './checks/sessions.ts'
import type { PlatformKeys } from './platform.ts'

type Fields = Readonly<Record<string, unknown>>

/** How an SDK shows whose archives, broadcasts and renders are; some show a part of what the platform says. */
export interface Owner {
  readonly archive: Fields
  readonly broadcast: Fields
  readonly render: Fields
}

/** An SDK that has been started, as the checks see it. */
export interface RunningSdk<Verbs> {
  readonly verbs: Verbs
  /** The key or application id that pages name when they join. */
  readonly applicationId: string
  readonly owner: Owner
  /** Every public method that the SDK was seen to have, the objects that it returned so far included. */
  surface(): readonly string[]
  close(): Promise<void>
}

/** An official server SDK and the rows that it has to pass. */
export interface SdkUnderTest<Verbs extends Sessions = Sessions> {
  readonly name: string
  readonly rows: readonly Row<Verbs>[]
  /** Says in one line what is missing on this machine and how to provide it; undefined when nothing is. */
  missing(): string | undefined
  /** Starts the unmodified SDK, told where the platform is and nothing else. */
  start(platform: PlatformKeys): Promise<RunningSdk<Verbs>>
}

/** The methods that no row covers, and the rows whose method the SDK does not have. */
export function uncovered<Verbs extends Sessions>(
  { rows }: Pick<SdkUnderTest<Verbs>, 'rows'>,
  surface: readonly string[],
): readonly string[] {
  const covered = new Set(rows.map(({ method }) => method))
  const present = new Set(surface)
  return [
    ...surface.filter((method) => !covered.has(method)).map((method) => `${method}: not covered`),
    ...[...covered]
      .filter((method) => !present.has(method))
      .map((method) => `${method}: not found`),
  ]
}
