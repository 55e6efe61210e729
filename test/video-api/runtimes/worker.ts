import { probe, type ProbeKeys } from './probe.ts'

/** A Cloudflare Worker without any compatibility flag. */
const worker = {
  async fetch(request: Request): Promise<Response> {
    return Response.json(await probe((await request.json()) as ProbeKeys))
  },
}
// oxlint-disable-next-line import/no-default-export -- Workers are found by it.
export default worker
