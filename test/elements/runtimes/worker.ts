import { importAll } from './import-all.ts'

/** A Cloudflare Worker without any compatibility flag. */
const worker = {
  async fetch(): Promise<Response> {
    return Response.json(await importAll())
  },
}
// oxlint-disable-next-line import/no-default-export -- Workers are found by it.
export default worker
