export { letGo, openBoth, type ChosenDevices } from './lib/preview/open-both.ts'
export {
  createPreview,
  type Preview,
  type PreviewOptions,
  type RememberedDevices,
} from './lib/preview/preview.ts'
export type { DeviceChoice, Devices } from './lib/devices/device-list.ts'
export type { PreviewState } from './lib/preview/preview-state.ts'
