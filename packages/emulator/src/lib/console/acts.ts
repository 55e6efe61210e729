import type { Controls } from '../control/controls.ts'
import { networks } from './networks.ts'

/** What somebody has asked for by a button. */
export interface Asked {
  /** A part of the path. */
  of(name: string): string
  /** A field of the form; empty where there is none. */
  field(name: string): string
}

/** A button of the console. */
export interface Act {
  readonly path: string
  /** Throws EmulatorError for what cannot be done now. */
  readonly act: (controls: Controls, asked: Asked) => unknown
}

/** Everything the console can do; the same as below `/_emulator`, for forms. */
export const acts: readonly Act[] = [
  { path: '/reset', act: (controls) => controls.reset() },
  { path: '/drop-sockets', act: (controls) => controls.dropSockets() },
  { path: '/crash-media', act: (controls) => controls.crashMedia() },
  {
    path: '/sessions/:session/participants',
    act: (controls, { of, field }) => {
      const name = field('name').trim().slice(0, 200)
      controls.addParticipant(of('session'), name === '' ? {} : { name })
    },
  },
  {
    path: '/sessions/:session/participants/:connection/leave',
    act: (controls, { of }) => controls.removeParticipant(of('session'), of('connection')),
  },
  {
    path: '/sessions/:session/connections/:connection/network',
    act: (controls, { of, field }) => {
      const network = networks.find(({ name }) => name === field('network'))
      if (network !== undefined) controls.impair(of('connection'), network.impairment)
    },
  },
  {
    path: '/sessions/:session/streams/:stream/captions',
    act: (controls, { of, field }) => {
      const text = field('text').trim().slice(0, 1000)
      if (text !== '') controls.caption(of('session'), { streamId: of('stream'), text })
    },
  },
  {
    path: '/sessions/:session/archives/:archive/fail',
    act: (controls, { of }) => controls.failArchive(of('archive')),
  },
]
