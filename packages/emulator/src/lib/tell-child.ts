import type { ChildProcess, Serializable } from 'node:child_process'

/**
 * Tells a process something, if it is still there. Its end is not known at once, and what is sent meanwhile would end this
 * process, too, if nobody heard that it failed.
 */
export function tellChild(child: ChildProcess, message: Serializable): void {
  if (child.connected) child.send(message, () => undefined)
}
