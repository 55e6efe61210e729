import { standIns } from './before-lit.ts'

for (const name of standIns) Reflect.deleteProperty(globalThis, name)
