import { EmulatorError } from '../../error.ts'
import { refusal } from '../../rest/refusal.ts'
import { readSeed } from '../../seed/read-seed.ts'
import { readBody } from './control-endpoint.ts'
import type { ControlEndpoint } from './control-endpoint.ts'

/** What the emulator begins with, and beginning again. */
export const restarting: readonly ControlEndpoint[] = [
  {
    method: 'POST',
    path: '/_emulator/seed',
    does: 'adds projects, callbacks and sessions; the body is a seed file',
    answer: async (controls, context) => {
      const seed = await readBody(context)
      if (seed === undefined) return refusal(400, { message: 'The seed must be JSON' })
      try {
        controls.seed(readSeed(seed))
      } catch (error) {
        if (!(error instanceof EmulatorError)) throw error
        return refusal(400, { message: error.message })
      }
      return new Response(null, { status: 204 })
    },
  },
  {
    method: 'POST',
    path: '/_emulator/reset',
    does: 'ends every client and goes back to the start',
    answer: async (controls) => {
      await controls.reset()
      return new Response(null, { status: 204 })
    },
  },
]
