export type { OtElements } from './lib/define/define-elements.ts'
import { defineElements } from './lib/define/define-elements.ts'

defineElements()
