import { z } from 'zod'
import { audibleHertz } from '../../control/participant.ts'
import { read, requiredText, text } from '../../rest/read-body.ts'
import { refusal } from '../../rest/refusal.ts'
import { colours } from '../../session/guest/act.ts'
import { readBody, unlessRefused } from './control-endpoint.ts'
import type { ControlEndpoint } from './control-endpoint.ts'

const spoken = z.object({
  streamId: requiredText(),
  text: text(8192),
  isFinal: z.boolean('must be true or false').exactOptional(),
})

const participant = z.object({
  name: text(200).exactOptional(),
  data: text(1000).exactOptional(),
  colour: z.enum(colours, `must be one of ${colours.join(', ')}`).exactOptional(),
  hertz: z
    .number('must be a number')
    .min(audibleHertz.least, `must be at least ${audibleHertz.least}`)
    .max(audibleHertz.most, `must be at most ${audibleHertz.most}`)
    .exactOptional(),
})

/** Who takes part without sitting anywhere, and what is said for them. */
export const guests: readonly ControlEndpoint[] = [
  {
    method: 'POST',
    path: '/_emulator/sessions/:session/captions',
    does: 'says `{streamId, text, isFinal}` in a stream, for those who want captions',
    answer: async (controls, context) => {
      const asked = read(spoken, await readBody(context))
      if (!asked.ok) return refusal(400, asked)
      return unlessRefused(() => {
        const receivers = controls.caption(context.req.param('session') ?? '', asked.value)
        return Response.json({ receivers })
      })
    },
  },
  {
    method: 'POST',
    path: '/_emulator/sessions/:session/participants',
    does: 'brings somebody into a routed session whom nobody sits behind, with a moving picture and a beeping tone: `{name, data, colour, hertz}`, all of which may be left out',
    answer: async (controls, context) => {
      const asked = read(participant, (await readBody(context)) ?? {})
      if (!asked.ok) return refusal(400, asked)
      return unlessRefused(() => {
        const added = controls.addParticipant(context.req.param('session') ?? '', asked.value)
        const { connectionId, streamId } = added
        return Response.json({ connectionId, streamId }, { status: 201 })
      })
    },
  },
  {
    method: 'DELETE',
    path: '/_emulator/sessions/:session/participants/:connection',
    does: 'takes such a participant out',
    answer: (controls, context) =>
      unlessRefused(() => {
        const [session, connection] = [
          context.req.param('session'),
          context.req.param('connection'),
        ]
        controls.removeParticipant(session ?? '', connection ?? '')
        return new Response(null, { status: 204 })
      }),
  },
]
