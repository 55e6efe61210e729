import type { Log, LogEntry } from './log.ts'
import { redact } from './redact.ts'

/** A log of one JSON object per line; `write` is `console.log` unless said otherwise. */
export function jsonLog(write: (line: string) => void = console.log): Log {
  return (entry) => write(JSON.stringify(plain(entry)))
}

function plain(entry: LogEntry): object {
  const time = new Date().toISOString()
  if (entry.event === 'signal-failed') {
    return { time, level: 'warn', ...entry, cause: reasons(entry.cause) }
  }
  if (entry.event !== 'refused') return { time, level: 'info', ...entry }
  const { cause, ...rest } = entry
  const level = entry.status < 500 ? 'info' : 'error'
  return { time, level, ...rest, ...(cause !== undefined && { cause: reasons(cause) }) }
}

/** The messages of an error and of what caused it; stacks and other properties stay where they are. */
function reasons(error: unknown): readonly string[] {
  const messages: string[] = []
  for (let at: unknown = error; at instanceof Error && messages.length < 5; at = at.cause) {
    messages.push(redact(`${at.name}: ${at.message}`))
  }
  return messages
}
