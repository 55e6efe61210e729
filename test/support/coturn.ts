import { spawnSync } from 'node:child_process'
import {
  startTurnServer,
  type TurnServer,
} from '../../packages/emulator/src/lib/turn/turn-server.ts'

const program = spawnSync('sh', ['-c', 'command -v turnserver'], { encoding: 'utf8' }).stdout.trim()

/** Why a test that needs a TURN server is left out; `false` when there is one. */
export const withoutCoturn = program === '' && 'turnserver (coturn) is not installed'

/** A TURN server that no emulator has started. */
export function startCoturn(): Promise<TurnServer> {
  const addresses = { listening: ['127.0.0.1'], local: '127.0.0.1', loopbackPeers: true }
  return startTurnServer({ program, addresses, log: () => undefined })
}
