/**
 * The path of a request as the platform knows it. `OT.setProxyUrl` puts the host the client meant in
 * front, logging lives below `/prod` there, and SDKs write some paths
 * with a slash at the end, or with `projects` where others write `project` (DTMF in the OpenAPI document).
 */
export function platformPath(path: string): string {
  const unproxied = path.replace(/^\/[^/]*[.:][^/]*(?=\/|$)/, '')
  const bare = unproxied.replace(/^\/prod(?=\/|$)/, '')
  const current = bare.replace(/^\/v2\/projects(?=\/)/, '/v2/project')
  return current.replace(/(?<=.)\/$/, '') || '/'
}
