import './lib/server/lit-anywhere.ts'
export { defineCall } from './lib/define/define-call.ts'
export { defineLobby } from './lib/define/define-lobby.ts'
import { defineCall } from './lib/define/define-call.ts'
import { defineLobby } from './lib/define/define-lobby.ts'

defineLobby()
defineCall()
