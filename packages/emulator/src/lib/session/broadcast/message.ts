import type { Layout } from '../composition/layout.ts'
import type { SelectionChange } from '../composition/change-selection.ts'
import type { Selection } from '../composition/selection.ts'
import type { OutputStatus } from './output-status.ts'
import type { BroadcastChoices } from './broadcast.ts'

/** What can be asked of the broadcasts of a session, by the platform alone. */
export type BroadcastMessage =
  | StartBroadcast
  | { readonly type: 'stop-broadcast'; readonly broadcast: string }
  | { readonly type: 'note-broadcast'; readonly broadcast: string; readonly status: OutputStatus }
  | { readonly type: 'arrange-broadcast'; readonly broadcast: string; readonly layout: Layout }
  | {
      readonly type: 'select-for-broadcast'
      readonly broadcast: string
      readonly change: SelectionChange
    }

export interface StartBroadcast {
  readonly type: 'start-broadcast'
  /** A UUID. */
  readonly broadcast: string
  readonly choices: BroadcastChoices
  readonly streamMode: Selection['mode']
}
