/** Where the files are that finding a person takes. */
export interface Files {
  readonly wasm: string
  readonly model: string
}

/** A camera whose frames are to be blurred; `id` names it in the answers. */
export interface Job {
  readonly id: number
  readonly from: ReadableStream<VideoFrame>
  readonly to: WritableStream<VideoFrame>
}

/** What the page tells the worker: first where its files are, then the beginning and the end of each camera. */
export type ToWorker =
  | { readonly type: 'load'; readonly files: Files }
  | ({ readonly type: 'blur' } & Job)
  | { readonly type: 'end'; readonly id: number }

/** What the worker tells the page. */
export type FromWorker =
  | { readonly type: 'loaded' }
  | { readonly type: 'load-failed'; readonly reason: string }
  /** The first blurred frame is written. */
  | { readonly type: 'blurring'; readonly id: number }
  /** There will be no more frames. */
  | { readonly type: 'ended'; readonly id: number; readonly reason: string }
