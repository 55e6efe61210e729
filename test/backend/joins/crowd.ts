import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Happening } from '../support/history.ts'
import type { Door, Order, Report } from './join-process.ts'

/** Several processes that join when they are told to. */
export interface Crowd {
  /** The joins are shared out evenly; resolves when all are answered. */
  join(order: Order): Promise<Report>
  /** Has one process join once and not wait for the answer. */
  beginAlone(room: string): void
  /** Kills that process at once. */
  killFirst(): Promise<void>
  close(): Promise<void>
}

export async function gatherCrowd(
  door: Door,
  { processes }: { processes: number },
): Promise<Crowd> {
  const file = join(import.meta.dirname, 'join-process.ts')
  const children = Array.from({ length: processes }, () => fork(file, [JSON.stringify(door)]))
  await Promise.all(children.map((child) => once(child, 'message')))

  return {
    async join({ room, joins }) {
      const share = Math.ceil(joins / children.length)
      const reports = await Promise.all(
        children.map((child) => order(child, { room, joins: share })),
      )
      return reports.reduce(merged)
    },
    beginAlone(room) {
      children[0]?.send({ room, joins: 1 } satisfies Order)
    },
    async killFirst() {
      const first = children.shift()
      if (first) await end(first)
    },
    async close() {
      await Promise.all(children.splice(0).map(end))
    },
  }
}

async function order(child: ChildProcess, given: Order): Promise<Report> {
  const answered = once(child, 'message')
  child.send(given)
  const [report] = (await answered) as [Report]
  return report
}

function merged(one: Report, other: Report): Report {
  const refused = { ...one.refused }
  for (const [code, count] of Object.entries(other.refused)) {
    refused[code] = (refused[code] ?? 0) + count
  }
  const history: Happening[] = [...one.history, ...other.history]
  return { history, refused }
}

async function end(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit')
  child.kill('SIGKILL')
  await exited
}
