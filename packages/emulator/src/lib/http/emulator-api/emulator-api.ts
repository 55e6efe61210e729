import { Hono } from 'hono'
import type { Controls } from '../../control/controls.ts'
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
  for (const { method, path, answer } of controlEndpoints) {
    api.on(method, path, (context) => answer(controls, context))
  }
  return api
}
