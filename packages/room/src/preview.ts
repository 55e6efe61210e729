export { createPreview, type Preview } from './lib/preview/preview.ts'
export type { DeviceChoice, PreviewState } from './lib/preview/preview-state.ts'
