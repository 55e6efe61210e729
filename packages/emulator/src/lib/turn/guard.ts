import { spawn } from 'node:child_process'
import type { ChildProcessByStdio } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'

/** A program, the file that configures it, and a folder that goes when it goes. */
export interface Guarded {
  readonly program: string
  readonly configFile: string
  readonly folder: string
}

/** The guard: its output is that of the program, and closing its input ends both. */
export type Guard = ChildProcessByStdio<Writable, Readable, null>

// $0 is the program, $1 its configuration, $2 the folder. Input ends with whoever holds its other end, however that
// died. The guard itself prints nothing: nobody might listen any more, which would end it too early.
const script = `
exec 3<&0 4>&1 </dev/null >/dev/null 2>&1
"$0" -c "$1" 3<&- >&4 2>&4 4>&- &
program=$!
exec 4>&-
{ read -r _ <&3; kill -KILL "$program"; } &
watch=$!
wait "$program"
status=$?
kill "$watch"
wait "$watch"
rm -rf -- "$2"
exit "$status"
`

/** Starts a program that does not outlive this process, not even when this process is killed. */
export function startGuarded({ program, configFile, folder }: Guarded): Guard {
  // In a group of its own, so that Ctrl-C reaches this process alone and it decides what ends when.
  const guard = spawn('sh', ['-c', script, program, configFile, folder], {
    stdio: ['pipe', 'pipe', 'ignore'],
    detached: true,
  })
  // Whoever has gone needs nothing from us.
  guard.stdin.on('error', () => undefined)
  return guard
}
