import { execFileSync } from 'node:child_process'

/** The process of the media router that a process with an emulator has started. */
export function mediaProcessOf(parent: number): number {
  const list = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
  for (const line of list.split('\n')) {
    const [pid, ppid, ...command] = line.trim().split(/\s+/)
    if (Number(ppid) === parent && command.join(' ').includes('media/process/main')) {
      return Number(pid)
    }
  }
  throw new Error(
    'No media router is running; it starts with the first stream of a routed session.',
  )
}
