import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'

/** What a process of Linux holds that it could fail to give back (proc(5)). */
export type Holdings = {
  /** Sockets of every kind, so listening and connected ports too. */
  sockets: number
  /** All other open files, pipes and timers. */
  descriptors: number
  threads: number
  /** Resident memory in megabytes. */
  residentMb: number
}

export function holdingsOf(pid: number): Holdings {
  const folder = `/proc/${pid}/fd`
  const targets = readdirSync(folder).flatMap((name) => targetOf(join(folder, name)))
  const sockets = targets.filter((target) => target.startsWith('socket:')).length
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return {
    sockets,
    descriptors: targets.length - sockets,
    threads: numberIn(status, 'Threads'),
    residentMb: numberIn(status, 'VmRSS') / 1024,
  }
}

/** Nothing for one that was closed while it was looked at. */
function targetOf(path: string): string[] {
  try {
    return [readlinkSync(path)]
  } catch {
    return []
  }
}

function numberIn(status: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1])
}
