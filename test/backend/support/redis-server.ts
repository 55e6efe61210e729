import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { requirePrograms } from '../../../scripts/program.ts'
import { freePort } from './free-port.ts'
import type { DatabaseServer } from './database-server.ts'

/** A Redis of its own, in memory alone; at a free port unless one is given. */
export async function startRedis(at?: number): Promise<DatabaseServer> {
  requirePrograms('redis-server')
  const port = at ?? (await freePort())
  const args = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
  const server = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(server, 'exit')
  for await (const line of createInterface(server.stdout)) {
    if (line.includes('Ready to accept connections')) break
  }
  server.stdout.resume()
  return {
    url: `redis://127.0.0.1:${port}`,
    async close() {
      server.kill('SIGTERM')
      await exited
    },
  }
}
