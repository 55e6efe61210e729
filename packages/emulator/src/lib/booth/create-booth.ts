import type { AudioSocket } from '../audio-connector/audio-socket.ts'
import type { GuestFrame } from '../media/command.ts'
import type { BoothCommand, Listener } from '../session/booth/command.ts'
import type { HeardStream } from '../session/booth/hearing.ts'
import { createTestPlayer } from './acts/test-player.ts'
import type { TestPlayer } from './acts/test-player.ts'
import type { Booth, BoothLot } from './booth.ts'
import { createCaptioning } from './captioning/captioning.ts'
import type { Captioning } from './captioning/captioning.ts'
import type { Recogniser } from './captioning/recogniser.ts'
import { createLine } from './line/line.ts'
import type { Line } from './line/line.ts'
import { createTaps } from './sound/taps.ts'

export interface BoothOptions {
  readonly lot: BoothLot
  /** Nothing is written down when absent. */
  readonly recognise?: Recogniser
  readonly log: (line: string) => void
}

/** What is known of a connector before its server is there. */
interface Connector {
  readonly sessionId: string
  readonly streams: readonly HeardStream[]
  readonly line?: Line
}

export function createBooth({ lot, recognise, log }: BoothOptions): Booth {
  const taps = createTaps(lot.route)
  const players = new Map<string, TestPlayer>()
  /** What the media router calls the streams of connectors that speak. */
  const voices = new Map<string, string>()
  const connectors = new Map<string, Connector>()
  const captionings = new Map<string, Captioning>()

  const playTo = (sessionId: string, leg: string) => (frame: GuestFrame) =>
    lot.route(sessionId, { type: 'play', leg, frame })
  const cease = (leg: string) => {
    players.get(leg)?.close()
    players.delete(leg)
    for (const [connector, voice] of voices) {
      if (voice !== leg) continue
      voices.delete(connector)
      connectors.get(connector)?.line?.speakTo(undefined)
    }
  }
  const play = (sessionId: string, { leg, act }: Extract<BoothCommand, { type: 'play' }>) => {
    const player = players.get(leg)
    if (player !== undefined && act.type === 'test') return player.sound(act.hertz)
    cease(leg)
    if (act.type === 'test') players.set(leg, createTestPlayer(act, playTo(sessionId, leg)))
    else voices.set(act.connector, leg)
    const line = act.type === 'line' ? connectors.get(act.connector)?.line : undefined
    line?.speakTo(playTo(sessionId, leg))
  }
  const hear = (
    sessionId: string,
    { listener, streams }: Extract<BoothCommand, { type: 'hear' }>,
  ) => {
    switch (listener.type) {
      case 'connector': {
        const known = connectors.get(listener.id)
        connectors.set(listener.id, { ...known, sessionId, streams })
        return known?.line?.hear(streams)
      }
      case 'captions':
        return captioningOf(sessionId, listener)?.hear(streams)
      default:
        return listener satisfies never
    }
  }
  const captioningOf = (
    sessionId: string,
    { id, language }: Listener & { type: 'captions' },
  ): Captioning | undefined => {
    const known = captionings.get(id)
    if (known !== undefined || recognise === undefined) return known
    const said = (text: Parameters<BoothLot['said']>[1]) => lot.said(sessionId, text)
    const made = createCaptioning({ sessionId, language, taps, recognise, said, log })
    captionings.set(id, made)
    return made
  }
  const stopHearing = ({ id }: Listener) => {
    connectors.get(id)?.line?.close()
    connectors.delete(id)
    voices.delete(id)
    captionings.get(id)?.close()
    captionings.delete(id)
  }

  return {
    perform: (sessionId, command: BoothCommand) => {
      switch (command.type) {
        case 'play':
          return play(sessionId, command)
        case 'cease':
          return cease(command.leg)
        case 'hear':
          return hear(sessionId, command)
        case 'stop-hearing':
          return stopHearing(command.listener)
        default:
          return command satisfies never
      }
    },
    plug: (id: string, socket: AudioSocket) => {
      const connector = connectors.get(id)
      if (connector === undefined) return
      const { sessionId, streams } = connector
      const line = createLine({ sessionId, taps, socket })
      connectors.set(id, { ...connector, line })
      line.hear(streams)
      const leg = voices.get(id)
      if (leg !== undefined) line.speakTo(playTo(sessionId, leg))
    },
    heard: taps.heard,
    keyframeWanted: (leg) => players.get(leg)?.restartPicture(),
    lost: taps.lost,
    clear: () => {
      for (const player of players.values()) player.close()
      for (const { line } of connectors.values()) line?.close()
      for (const captioning of captionings.values()) captioning.close()
      for (const held of [players, voices, connectors, captionings]) held.clear()
    },
  }
}
