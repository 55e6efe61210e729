// The media router in a process of its own: a crash of native code ends media and nothing else.
import process from 'node:process'
import { createDatachannelTransports } from '../../transport/datachannel-transport.ts'
import { createRouter } from '../router/router.ts'
import type { Router } from '../router/router.ts'
import type { FromRouter, RouterAddress, ToRouter } from './messages.ts'

const tickMs = 20

const transports = createDatachannelTransports(JSON.parse(process.argv[2] ?? '{}') as RouterAddress)
const routers = new Map<string, Router>()

const tell = (message: FromRouter) => {
  if (process.connected) process.send?.(message)
}

const routerOf = (sessionId: string): Router => {
  const known = routers.get(sessionId)
  if (known !== undefined) return known
  const router = createRouter({
    transports,
    emit: (event) => tell({ type: 'event', sessionId, event }),
  })
  routers.set(sessionId, router)
  return router
}

const clear = () => {
  for (const router of routers.values()) router.close()
  routers.clear()
}

process.on('message', (message: ToRouter) => {
  if (message.type === 'clear') return clear()
  const router = routerOf(message.sessionId)
  router.perform(message.command)
  if (router.isIdle()) {
    router.close()
    routers.delete(message.sessionId)
  }
})
// Ends with the emulator, however that ends; its threads would keep it otherwise.
process.on('disconnect', () => process.exit(0))
// A Ctrl-C in a terminal reaches the whole group; the emulator decides when this ends.
process.on('SIGINT', () => undefined)

setInterval(() => {
  const now = performance.now()
  for (const router of routers.values()) router.tick(now)
}, tickMs)
tell({ type: 'ready' })
