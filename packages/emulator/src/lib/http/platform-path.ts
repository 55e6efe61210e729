/**
 * The path of a request as the platform knows it. `OT.setProxyUrl` puts the host the client meant in
 * front, logging lives below `/prod` there, and SDKs write some paths with a slash at the end.
 */
export function platformPath(path: string): string {
  const unproxied = path.replace(/^\/[^/]*[.:][^/]*(?=\/|$)/, '')
  const bare = unproxied.replace(/^\/prod(?=\/|$)/, '')
  return bare.replace(/(?<=.)\/$/, '') || '/'
}
