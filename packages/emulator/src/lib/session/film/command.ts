import type { Scene } from './scene.ts'

/** What a session asks of who films it; `film` is the id of an archive or a broadcast. */
export type FilmCommand =
  /** The scene has changed; nothing is filmed while there is none. */
  | { readonly type: 'show'; readonly film: string; readonly scene: Scene | undefined }
  /** No more scenes follow. */
  | { readonly type: 'finish'; readonly film: string }
  /** What was filmed is not wanted any more. */
  | { readonly type: 'discard'; readonly film: string }
