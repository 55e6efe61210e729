import { Hono } from 'hono'
import type { Controls } from '../../control/controls.ts'
import { namesLoopback } from '../../network/loopback.ts'
import { refusal } from '../../rest/refusal.ts'
import type { ControlEndpoint } from './control-endpoint.ts'
import { faults } from './faults.ts'
import { guests } from './guests.ts'
import { restarting } from './restarting.ts'
import { seeing } from './seeing.ts'

export const controlEndpoints: readonly ControlEndpoint[] = [
  ...seeing,
  ...guests,
  ...faults,
  ...restarting,
]

export function emulatorApi(controls: Controls): Hono {
  const api = new Hono()

  // Any page of the web could post here; only pages of this machine may.
  api.use('/_emulator/*', async (context, next) => {
    const origin = context.req.header('origin')
    if (origin === undefined || namesLoopback(origin)) return next()
    return refusal(403, { message: 'Only pages of this machine may control the emulator' })
  })
  for (const { method, path, answer } of controlEndpoints) {
    api.on(method, path, (context) => answer(controls, context))
  }
  return api
}
