import { z } from 'zod'
import { refusal } from './refusal.ts'
import { ask, respond } from './ask.ts'
import { describeProject } from './describe-project.ts'
import { ok } from './endpoint.ts'
import type { Endpoint } from './endpoint.ts'
import { flag, read, requiredText } from './read-body.ts'

const streamIds = z.array(requiredText(), 'must be a list of stream ids').nullish()

// The PHP and Ruby SDKs call the exceptions `excludedStreams`.
const muteAll = z.object({
  active: flag,
  excludedStreamIds: streamIds,
  excludedStreams: streamIds,
})

/** Muting from a server: one stream, or everybody now and on entry until it is lifted. */
export const muteEndpoints: readonly Endpoint[] = [
  {
    method: 'POST',
    path: '/v2/project/:key/session/:session/stream/:stream/mute',
    support: 'full',
    answer: (call) => {
      const message = { type: 'mute-stream', stream: call.param('stream') } as const
      const answer = ask(call, call.param('session'), message)
      return respond(answer, () => ok(describeProject(call.account)))
    },
  },
  {
    method: 'POST',
    path: '/v2/project/:key/session/:session/mute',
    support: 'full',
    answer: (call) => {
      const body = read(muteAll, call.body)
      if (!body.ok) return refusal(400, body)
      const { active, excludedStreamIds, excludedStreams } = body.value
      const answer = ask(call, call.param('session'), {
        type: 'mute-session',
        active,
        excludedStreams: excludedStreamIds ?? excludedStreams ?? [],
      })
      return respond(answer, () => ok(describeProject(call.account)))
    },
  },
]
