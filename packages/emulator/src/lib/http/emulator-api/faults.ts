import { z } from 'zod'
import { read } from '../../rest/read-body.ts'
import { refusal } from '../../rest/refusal.ts'
import { readBody, unlessRefused } from './control-endpoint.ts'
import type { ControlEndpoint } from './control-endpoint.ts'

const impairment = z
  .object({
    kilobitsPerSecond: z.number('must be a number').min(0, 'must not be negative').exactOptional(),
    loss: z
      .number('must be a number')
      .min(0, 'must be 0 to 1')
      .max(1, 'must be 0 to 1')
      .exactOptional(),
    delayMs: z.number('must be a number').min(0, 'must not be negative').exactOptional(),
    jitterMs: z.number('must be a number').min(0, 'must not be negative').exactOptional(),
  })
  .exactOptional()

const network = z.object({ up: impairment, down: impairment })

/** What goes wrong on real networks and in real clouds. */
export const faults: readonly ControlEndpoint[] = [
  {
    method: 'POST',
    path: '/_emulator/connections/:connection/network',
    does: 'makes the network of a client in a routed session bad: `{up, down}`, each of `{kilobitsPerSecond, loss, delayMs, jitterMs}`; `{}` makes it good again',
    answer: async (controls, context) => {
      const asked = read(network, await readBody(context))
      if (!asked.ok) return refusal(400, asked)
      return unlessRefused(() => {
        controls.impair(context.req.param('connection') ?? '', asked.value)
        return new Response(null, { status: 204 })
      })
    },
  },
  {
    method: 'POST',
    path: '/_emulator/archives/:archive/fail',
    does: 'lets an archive fail that is being recorded',
    answer: (controls, context) =>
      unlessRefused(() => {
        controls.failArchive(context.req.param('archive') ?? '')
        return new Response(null, { status: 204 })
      }),
  },
  {
    method: 'POST',
    path: '/_emulator/crash-media',
    does: 'ends the media router as a fault in it would; media of routed sessions comes back by itself',
    answer: (controls) => {
      controls.crashMedia()
      return new Response(null, { status: 204 })
    },
  },
  {
    method: 'POST',
    path: '/_emulator/drop-sockets',
    does: "breaks every client's socket as a network fault would",
    answer: (controls) => {
      controls.dropSockets()
      return new Response(null, { status: 204 })
    },
  },
]
