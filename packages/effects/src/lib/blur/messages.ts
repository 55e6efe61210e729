/** Where the files are that finding a person takes. */
export interface Files {
  readonly wasm: string
  readonly model: string
}

/** What the page tells the worker: first where its files are, then the frames of each camera, one after the other. */
export type ToWorker =
  | { readonly type: 'load'; readonly files: Files }
  | { readonly type: 'frame'; readonly camera: number; readonly plain: VideoFrame }
  /** There will be no more frames of this camera. */
  | { readonly type: 'forget'; readonly camera: number }

/** What the worker tells the page: one answer to `load`, and one to each `frame`. */
export type FromWorker =
  | { readonly type: 'loaded' }
  | { readonly type: 'load-failed'; readonly reason: string }
  | { readonly type: 'blurred'; readonly camera: number; readonly picture: VideoFrame }
  | { readonly type: 'failed'; readonly camera: number; readonly reason: string }
