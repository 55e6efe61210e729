import type { CallPlatform } from './call-platform.ts'
import type { PlatformRequest } from './platform-request.ts'

/** A request below `/v2/project/{key}`. */
export interface ProjectRequest extends Omit<PlatformRequest, 'body'> {
  readonly json?: Readonly<Record<string, unknown>>
}

/** Calls what belongs to one project or application. */
export type CallProject = (request: ProjectRequest) => Promise<unknown>

export function projectCaller(call: CallPlatform, applicationId: string): CallProject {
  const root = `/v2/project/${applicationId}`
  return ({ path, json, ...request }) =>
    call({ ...request, path: root + path, ...(json !== undefined && { body: { json } }) })
}
