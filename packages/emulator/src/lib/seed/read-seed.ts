import { z } from 'zod'
import { registeredGroups } from '../callbacks/registry.ts'
import { EmulatorError } from '../error.ts'
import { resolutions } from '../session/composition/resolution.ts'
import type { Seed } from './seed.ts'

const text = z.string('must be a string')
const list = 'must be a list'

const project = object({
  apiKey: text.regex(/^[\w-]{1,64}$/, 'must be 1 to 64 letters and digits'),
  apiSecret: text.min(1, 'must not be empty'),
  name: text.exactOptional(),
})

const callback = object({
  apiKey: text.exactOptional(),
  group: z.enum(registeredGroups, `must be one of ${registeredGroups.join(', ')}`),
  event: text.exactOptional(),
  url: text.refine(
    (value) => /^https?:\/\//i.test(value) && URL.canParse(value),
    'must be an http(s) URL',
  ),
})

const session = object({
  sessionId: text
    .regex(/^[\w-]{1,255}$/, 'must be 1 to 255 letters, digits, _ and -')
    .exactOptional(),
  apiKey: text.exactOptional(),
  mediaMode: z.enum(['relayed', 'routed'], 'must be "relayed" or "routed"').exactOptional(),
  archiveMode: z.enum(['manual', 'always'], 'must be "manual" or "always"').exactOptional(),
  e2ee: z.boolean('must be true or false').exactOptional(),
  archiveName: text.exactOptional(),
  archiveResolution: z
    .enum(resolutions, `must be one of ${resolutions.join(', ')}`)
    .exactOptional(),
}).refine(({ archiveMode, mediaMode }) => archiveMode !== 'always' || mediaMode !== 'relayed', {
  path: ['archiveMode'],
  message: 'must be "manual" when mediaMode is "relayed"',
})

const seed = object({
  projects: z.array(project, list).exactOptional(),
  callbacks: z.array(callback, list).exactOptional(),
  sessions: z
    .array(session, list)
    .superRefine((sessions, context) => {
      const ids = sessions.map(({ sessionId }) => sessionId)
      ids.forEach((id, index) => {
        if (id === undefined || ids.indexOf(id) === index) return
        const path = [index, 'sessionId']
        context.addIssue({ code: 'custom', path, message: 'is already in the list' })
      })
    })
    .exactOptional(),
})

/**
 * Checks a seed that came from outside.
 *
 * @throws {EmulatorError} `bad-seed`, with the path of the first thing that is wrong
 */
export function readSeed(value: unknown): Seed {
  const result = seed.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new EmulatorError('bad-seed', `seed${pathOf(issue?.path ?? [])} ${issue?.message ?? ''}`)
}

/** An object that has no properties but these. */
function object<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape, z.core.$strict> {
  const known = Object.keys(shape).join(', ')
  return z.strictObject(shape, {
    error: ({ code, ...issue }) =>
      code === 'unrecognized_keys'
        ? `has ${String(issue['keys'])}, which is not one of ${known}`
        : 'must be an object',
  })
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('')
}
