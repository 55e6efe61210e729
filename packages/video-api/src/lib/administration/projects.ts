import { answered, listOf, record } from '../answers/answered.ts'
import { readOptions } from '../options/call-options.ts'
import type { CallOptions } from '../options/call-options.ts'
import { choice, text } from '../options/checks.ts'
import { listLimit } from '../platform/answer-text.ts'
import type { CallPlatform } from '../platform/call-platform.ts'
import { pathPart } from '../platform/path.ts'
import { VideoError } from '../video-error.ts'
import { guarded, project } from './project.ts'
import type { Project, ProjectStatus } from './project.ts'

export interface CreateProjectOptions extends CallOptions {
  /** 1 to 128 characters. */
  readonly name?: string
}

/** The projects of an OpenTok account. */
export interface Projects {
  create(options?: CreateProjectOptions): Promise<Project>
  list(options?: CallOptions): Promise<readonly Project[]>
  get(apiKey: string, options?: CallOptions): Promise<Project>
  setStatus(apiKey: string, status: ProjectStatus, options?: CallOptions): Promise<Project>
  delete(apiKey: string, options?: CallOptions): Promise<void>
  /** Gives the project a new secret; what was signed with the old one is refused from then on. */
  refreshSecret(apiKey: string, options?: CallOptions): Promise<Project>
}

const root = '/v2/project'
const status = choice<ProjectStatus>(['ACTIVE', 'SUSPENDED'])

export function projects(call: CallPlatform): Projects {
  const read = answered('a project', project)
  const one = (answer: unknown) => guarded(read(answer))
  const some = listOf(record(project))
  const at = (apiKey: string) => `${root}/${pathPart('apiKey', apiKey)}`
  const signalOf = (options: CallOptions | undefined, verb: string) =>
    readOptions(options, `projects.${verb}`, {}).signal
  return Object.freeze({
    async create(options) {
      const { signal, wanted } = readOptions(options, 'projects.create', { name: text(1, 128) })
      return one(await call({ method: 'POST', path: root, body: { json: wanted }, signal }))
    },

    async list(options) {
      const signal = signalOf(options, 'list')
      const found = some(await call({ method: 'GET', path: root, signal, answerLimit: listLimit }))
      if (found !== undefined) return Object.freeze(found.map(guarded))
      throw new VideoError('unexpected-response', 'The platform answered with no list of projects.')
    },

    async get(apiKey, options) {
      const signal = signalOf(options, 'get')
      return one(await call({ method: 'GET', path: at(apiKey), signal }))
    },

    async setStatus(apiKey, wanted, options) {
      const signal = signalOf(options, 'setStatus')
      const json = { status: status('status', wanted) }
      return one(await call({ method: 'PUT', path: at(apiKey), body: { json }, signal }))
    },

    async delete(apiKey, options) {
      const signal = signalOf(options, 'delete')
      await call({ method: 'DELETE', path: at(apiKey), signal })
    },

    async refreshSecret(apiKey, options) {
      const signal = signalOf(options, 'refreshSecret')
      const path = `${at(apiKey)}/refreshSecret`
      return one(await call({ method: 'POST', path, body: { json: {} }, signal }))
    },
  } satisfies Projects)
}
