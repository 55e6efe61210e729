import { readFileSync } from 'node:fs'
import type { GuestFrame } from '../../media/command.ts'
import type { TestAct } from '../../session/guest/act.ts'
import { silentPacket } from '../opus/opus.ts'
import { createPacer } from '../sound/pacer.ts'
import { beepOf } from './beep.ts'
import { readIvf } from './ivf.ts'

/** Plays something to see and to hear, over and over. */
export interface TestPlayer {
  /** Plays something else to hear; time goes on, as who listens expects. */
  sound(hertz: number | undefined): void
  /** Begins the picture again, with the keyframe at its start. */
  restartPicture(): void
  close(): void
}

const sound = { stepMs: 20, ticks: 960 }
const frameRate = 15
const picture = { stepMs: 1000 / frameRate, ticks: 90_000 / frameRate }

export function createTestPlayer(
  { colour, hertz }: TestAct,
  play: (frame: GuestFrame) => void,
): TestPlayer {
  let packets = soundOf(hertz)
  const frames = colour === undefined ? [] : framesOf(colour)
  let packet = 0
  let next = 0
  let pictureTime = 0

  const playSound = () => {
    const data = packets[packet % packets.length] ?? silentPacket
    play({ kind: 'audio', timestamp: (packet * sound.ticks) >>> 0, data })
    packet += 1
  }
  const playPicture = () => {
    const data = frames[next % frames.length]
    next += 1
    pictureTime = (pictureTime + picture.ticks) >>> 0
    if (data !== undefined) play({ kind: 'video', timestamp: pictureTime, data })
  }
  const pacers = [
    createPacer(sound.stepMs, playSound),
    ...(frames.length === 0 ? [] : [createPacer(picture.stepMs, playPicture)]),
  ]
  return {
    sound: (next) => {
      packets = soundOf(next)
    },
    restartPicture: () => {
      next = 0
    },
    close: () => pacers.forEach((pacer) => pacer.close()),
  }
}

function soundOf(hertz: number | undefined): readonly Uint8Array[] {
  return hertz === undefined ? [silentPacket] : beepOf(hertz)
}

function framesOf(colour: string): readonly Uint8Array[] {
  return readIvf(readFileSync(new URL(`../../../../pictures/${colour}.ivf`, import.meta.url)))
}
