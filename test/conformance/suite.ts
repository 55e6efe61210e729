import type { Sessions } from './checks/sessions.ts'
import { perform, type Outcome } from './row.ts'
import { openScene } from './scene.ts'
import { uncovered, type SdkUnderTest } from './sdk.ts'
import type { Stage } from './stage.ts'

/** An SDK with its rows; what verbs it has stays inside, so that suites of different SDKs fit in one list. */
export interface Suite {
  readonly name: string
  readonly rows: readonly { readonly method: string; readonly title: string }[]
  missing(): string | undefined
  open(stage: Stage): Promise<OpenSuite>
}

export interface OpenSuite {
  /** Carries out the row with that place in the list; never rejects. */
  perform(index: number): Promise<Outcome>
  /** What the table leaves out, or names and the SDK does not have; complete once all rows were carried out. */
  uncovered(): readonly string[]
  close(): Promise<void>
}

export function suiteOf<Verbs extends Sessions>(sdk: SdkUnderTest<Verbs>): Suite {
  const open = async (stage: Stage): Promise<OpenSuite> => {
    const running = await sdk.start(stage.platform)
    try {
      const scene = await openScene(stage, running)
      return {
        perform: (index) => {
          const row = sdk.rows[index]
          if (row === undefined) throw new RangeError(`There is no row ${index}`)
          return perform(row, scene)
        },
        uncovered: () => uncovered(sdk, running.surface()),
        close: async () => {
          await scene.close()
          await running.close()
        },
      }
    } catch (error) {
      await running.close()
      throw error
    }
  }
  return { name: sdk.name, rows: sdk.rows, missing: sdk.missing, open }
}
