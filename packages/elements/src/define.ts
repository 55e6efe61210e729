export { defineRoom } from './lib/define/define-room.ts'
import { defineRoom } from './lib/define/define-room.ts'

defineRoom()
