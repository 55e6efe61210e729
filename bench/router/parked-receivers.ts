import { fork } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { join } from 'node:path'
import type { Own, Receiver } from './peer.ts'

/** Receivers in a process of their own, which can be stopped for a while. */
export type ParkedReceivers = {
  open(seat: number): Receiver
  stop(): void
  goOn(): void
  close(): Promise<void>
}

/** What that process is asked: to make an answer, or to connect. */
export type Asked = { seat: number } & (
  | { step: 'answer'; offer: Parameters<Receiver['answer']>[0] }
  | { step: 'connect'; candidates: string[] }
)

/** What it says: what it answers with, or that it is connected. */
export type Told = { seat: number; own?: Own }

export function parkReceivers(): ParkedReceivers {
  const child = fork(join(import.meta.dirname, 'parked-process.ts'))
  const told = new EventEmitter()
  child.on('message', ({ seat, own }: Told) => told.emit(String(seat), own))
  child.on('exit', (code) => {
    if (code !== null) throw new Error(`Receivers ended with ${code}`)
  })
  const ask = async (asked: Asked): Promise<Own | undefined> => {
    const heard = once(told, String(asked.seat))
    child.send(asked)
    const [own] = (await heard) as [Own | undefined]
    return own
  }
  return {
    open: (seat) => ({
      answer: async (offer) => {
        const own = await ask({ seat, step: 'answer', offer })
        if (!own) throw new Error('A receiver made no answer')
        return own
      },
      connect: async (candidates) => void (await ask({ seat, step: 'connect', candidates })),
    }),
    stop: () => void child.kill('SIGSTOP'),
    goOn: () => void child.kill('SIGCONT'),
    close: async () => {
      const exited = once(child, 'exit')
      child.kill('SIGKILL')
      await exited
    },
  }
}
