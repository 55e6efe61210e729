import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { described } from './described.ts'
import type { Description, Forwarder } from './forwarder.ts'
import { openJanusSession, type JanusHandle, type JanusSession } from './janus-session.ts'

const room = 1
const millisecondsPerTick = 10
const longestStartMs = 10_000

/** Whether this machine has Janus (Debian: `apt install janus`). */
export function hasJanus(): boolean {
  // Janus 1.1 says its version and ends as if that were a fault.
  const { stdout } = spawnSync('janus', ['--version'], { encoding: 'utf8' }) as { stdout?: string }
  return /^Janus version/m.test(stdout ?? '')
}

/** The video room of Janus, which is written in C, with as many of its event loops as it has processors: one. */
export async function startJanus({ processor }: { processor: number }): Promise<Forwarder> {
  const folder = mkdtempSync(join(tmpdir(), 'janus-'))
  const port = await freePort()
  writeFileSync(join(folder, 'janus.jcfg'), 'general: { debug_level = 1, event_loops = 1 }\n')
  const http = `general: { json = "plain", ip = "127.0.0.1", http = true, port = ${port} }\n`
  writeFileSync(join(folder, 'janus.transport.http.jcfg'), http)
  const child = spawn('taskset', ['-c', `${processor}`, 'janus', '-F', folder], {
    // It makes folders where it runs.
    cwd: folder,
    stdio: 'ignore',
  })
  const exited = once(child, 'exit')
  const session = await untilItAnswers(() => openJanusSession(`http://127.0.0.1:${port}/janus`))
  let publisher: JanusHandle | undefined
  let feed = 0

  return {
    what: 'Janus video room (C)',
    publish: async ({ sdp, candidates }) => {
      publisher = await session.attach()
      await publisher.request({ request: 'create', room, publishers: 1 })
      const join = { request: 'joinandconfigure', ptype: 'publisher', room }
      const { data, jsep } = await publisher.ask(join, { type: 'offer', sdp })
      feed = Number(data['id'])
      await publisher.trickle(candidates)
      return described(jsep?.sdp)
    },
    subscribe: async () => {
      const handle = await session.attach()
      const { jsep } = await handle.ask({ request: 'join', ptype: 'subscriber', room, feed })
      const accept = async ({ sdp, candidates }: Description) => {
        await handle.ask({ request: 'start', room }, { type: 'answer', sdp })
        await handle.trickle(candidates)
        return []
      }
      return { offer: described(jsep?.sdp), accept }
    },
    processorTime: async () => processorTimeOf(child.pid),
    close: async () => {
      session.close()
      child.kill('SIGKILL')
      await exited
      rmSync(folder, { recursive: true })
    },
  }
}

/** `taskset` becomes the program that it starts. (proc(5): the fields after the name in parentheses.) */
function processorTimeOf(pid: number | undefined): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * millisecondsPerTick
}

async function untilItAnswers(open: () => Promise<JanusSession>): Promise<JanusSession> {
  for (const deadline = performance.now() + longestStartMs; ;) {
    try {
      return await open()
    } catch (error) {
      if (performance.now() > deadline) throw error
      await wait(100)
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
