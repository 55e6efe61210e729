import type { Layout } from '../composition/layout.ts'
import type { SelectionChange } from '../composition/change-selection.ts'
import type { Selection } from '../composition/selection.ts'
import type { ArchiveChoices, ArchiveFile, Transcription } from './archive.ts'

/** What can be asked of the archives of a session, by the platform alone. */
export type ArchiveMessage =
  | StartArchive
  | { readonly type: 'stop-archive'; readonly archive: string }
  | { readonly type: 'delete-archive'; readonly archive: string }
  | { readonly type: 'fail-archive'; readonly archive: string }
  | { readonly type: 'deliver-archive'; readonly archive: string; readonly file: ArchiveFile }
  | { readonly type: 'fault-archive'; readonly archive: string; readonly fault: string }
  | { readonly type: 'arrange-archive'; readonly archive: string; readonly layout: Layout }
  | {
      readonly type: 'select-for-archive'
      readonly archive: string
      readonly change: SelectionChange
    }

export interface StartArchive {
  readonly type: 'start-archive'
  /** A UUID. */
  readonly archive: string
  readonly choices: ArchiveChoices
  readonly streamMode: Selection['mode']
  readonly transcription?: Pick<Transcription, 'primaryLanguageCode' | 'hasSummary'>
}
