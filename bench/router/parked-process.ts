// Receivers that take part in everything and listen to nothing.
import type { Asked, Told } from './parked-receivers.ts'
import { createPeer, type Peer } from './peer.ts'

const peers = new Map<number, Peer>()
const tell = (told: Told) => void process.send?.(told)

async function perform(asked: Asked): Promise<void> {
  const { seat } = asked
  const peer = peers.get(seat) ?? createPeer()
  peers.set(seat, peer)
  if (asked.step === 'answer') return tell({ seat, own: await peer.answer(asked.offer) })
  await peer.connect(asked.candidates)
  tell({ seat })
}

process.on('message', (asked: Asked) => void perform(asked))
process.on('disconnect', () => process.exit())
