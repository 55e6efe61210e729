import { once } from 'node:events'
import { setImmediate as turn } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { anyFrame, damagedFrame, joining, type Sender } from './frames.ts'
import { some, type Random } from '../support/random.ts'
import type { World } from './world.ts'

/** One stay of an attacker: all that it is going to send, chosen before the first answer. */
export type Visit = {
  query: string
  frames: (Buffer | string)[]
  /** Whether it goes without a word, so that it can come back. */
  vanishes: boolean
}

const longest = 60

export function planVisit(world: World, attacker: number, random: Random): Visit {
  const sessionId = random.pick(world.sessions)
  const tokens = world.tokens[sessionId] ?? world.badTokens
  const sender: Sender = {
    connectionId: `a${attacker}-${random.below(5)}`,
    sessionId,
    token: random.oneIn(8) ? random.pick(world.badTokens) : random.pick(tokens),
  }
  const frames: Visit['frames'] = random.oneIn(10) ? [] : [joining(sender)]
  for (let left = 1 + random.below(longest); left > 0; left -= 1) {
    frames.push(anyFrame(world, sender, random))
  }
  if (!random.oneIn(3))
    frames.push(damagedFrame(random.pick(some(frames.filter(Buffer.isBuffer))), random))
  return { query: anyQuery(attacker, random), frames, vanishes: random.oneIn(3) }
}

/** Pays the visit; gives how many frames the platform can have seen. */
export async function pay(world: World, { query, frames, vanishes }: Visit): Promise<number> {
  const socket = new WebSocket(`${world.url.replace('http', 'ws')}/rumorwebsocketsv2${query}`, {
    perMessageDeflate: false,
  })
  socket.on('error', () => {})
  const closed = once(socket, 'close')
  await Promise.race([once(socket, 'open'), closed])
  let sent = 0
  for (const frame of frames) {
    if (socket.readyState !== WebSocket.OPEN) break
    socket.send(frame)
    sent += 1
    // A chance for the platform to close in the middle.
    if (sent % 16 === 0) await turn()
  }
  if (socket.readyState === WebSocket.OPEN) {
    const seen = once(socket, 'pong')
    socket.ping()
    await Promise.race([seen, closed])
  }
  if (vanishes) socket.terminate()
  else socket.close()
  await closed
  return sent
}

function anyQuery(attacker: number, random: Random): string {
  const socketId = `s${attacker}-${random.below(3)}`
  switch (random.below(5)) {
    case 0:
      return ''
    case 1:
      return `?socketId=${socketId}&reconnect=true&attempt=1`
    case 2:
      return `?socketId=${socketId}-${random.below(1e6)}&attempt=1`
    default:
      return `?socketId=${socketId}&attempt=1`
  }
}
