import { fork } from 'node:child_process'
import { once } from 'node:events'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { EmulatorError } from '../../error.ts'
import { tellChild } from '../../tell-child.ts'
import type {
  FromStudio,
  LiveOptions,
  LiveScene,
  LiveStatus,
  LiveTake,
  LiveTrouble,
  ToStudio,
} from './messages.ts'

/** What a live composition is to be like, and who is told about it. */
export interface LiveCompositionOptions extends LiveOptions {
  readonly onStatus: (status: LiveStatus) => void
  /** Called when nothing is composed any more before the end: `ffmpeg-missing` or `composing-failed`. */
  readonly onError: (error: EmulatorError) => void
}

/** Several growing recordings as one picture and one sound, for HLS and RTMP, a little later than they happen. */
export interface LiveComposition {
  /** Changes the picture from that moment on; until the first time it is black and silent. */
  show(scene: LiveScene): void
  /**
   * Says where a stream is recorded. What is in the file already is decoded first, so that it should begin shortly
   * before it is shown, with a picture that needs no other one.
   */
  addTake(take: LiveTake): void
  /** Says that nothing will be added to what is recorded of a stream. */
  endTake(streamId: string): void
  /**
   * Ends the playlist and every connection once what was shown until now is in them, which takes some seconds, or at once
   * where none was live yet; a second call does nothing more.
   */
  close(): Promise<void>
  /** Ends at once, with whatever the playlist has by then. */
  abandon(): Promise<void>
}

// A broadcast that does not end by itself is ended after this.
const patienceMs = 15_000

/** Starts a live composition in a process of its own. */
export function createLiveComposition({
  onStatus,
  onError,
  ...options
}: LiveCompositionOptions): LiveComposition {
  const child = fork(entry(), [], { execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  const exited = once(child, 'exit')
  let closed: Promise<void> | undefined
  let isLive = false
  const fail = ({ code, message }: LiveTrouble) => {
    if (closed !== undefined) return
    if (options.hls !== undefined) onStatus({ output: 'hls', status: 'error' })
    for (const { id } of options.rtmp) onStatus({ output: 'rtmp', id, status: 'error' })
    onError(new EmulatorError(code, message))
  }
  const tell = (message: ToStudio) => tellChild(child, message)
  child.on('message', (message: FromStudio) => {
    if (message.type === 'status') {
      isLive ||= message.status.status === 'live'
      onStatus(message.status)
    }
    if (message.type === 'trouble') fail(message.trouble)
  })
  child.once('exit', (code) => {
    fail({ code: 'composing-failed', message: `The process of a broadcast ended with ${code}` })
  })
  const abandon = async () => {
    child.kill('SIGKILL')
    await exited
  }
  const close = async () => {
    if (!isLive) return abandon()
    tell({ type: 'close' })
    const forced = setTimeout(() => child.kill('SIGKILL'), patienceMs)
    await exited
    clearTimeout(forced)
  }

  tell({ type: 'start', options })
  return {
    show: (scene) => tell({ type: 'show', scene }),
    addTake: (take) => tell({ type: 'add-take', take }),
    endTake: (streamId) => tell({ type: 'end-take', streamId }),
    close: () => (closed ??= close()),
    abandon: () => {
      closed ??= Promise.resolve()
      return abandon()
    },
  }
}

function entry(): string {
  const extension = extname(fileURLToPath(import.meta.url))
  return fileURLToPath(new URL(`./main${extension}`, import.meta.url))
}
