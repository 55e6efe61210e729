import { join } from 'node:path'
import { d1Schema, type D1Binding } from '@ot-room/backend/cloudflare'
import { createWorkerd } from '../support/workerd.ts'
import type { Shared } from './join-suite.ts'

/** Three crowds of visitors in front of one workerd, which cannot be shared by processes on a laptop. */
export async function sharedWorkerd(binding: 'STORE' | 'DB'): Promise<Shared> {
  const root = join(import.meta.dirname, '../support')
  const options = (apiUrl: string) => ({
    root,
    workers: [
      { configPath: 'workerd-joins.jsonc', vars: { BINDING: binding, OT_API_URL: apiUrl } },
    ],
  })
  const server = createWorkerd(options('http://127.0.0.1:1'))
  await server.listen()
  return {
    processesAre: 'visitors',
    async door(apiUrl) {
      await server.update(options(apiUrl))
      const { DB } = await server.getWorker<{ DB: D1Binding }>().getEnv()
      await DB.prepare(d1Schema).bind().run()
      return { kind: 'http', url: (await server.listen()).url.href.replace(/\/$/, '') }
    },
    close: () => server.close(),
  }
}
