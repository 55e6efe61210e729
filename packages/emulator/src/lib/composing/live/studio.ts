import { once } from 'node:events'
import { lastWords } from '../ffmpeg/last-words.ts'
import { startError } from '../ffmpeg/start-ffmpeg.ts'
import { pictureSizeOf } from '../picture-size.ts'
import type { LiveOptions, LiveScene, LiveStatus, LiveTake, LiveTrouble } from './messages.ts'
import { startEncoder } from './output/encoder.ts'
import { createHls, segmentSeconds } from './output/hls.ts'
import { createRtmp } from './output/rtmp.ts'
import { startProduction } from './production.ts'
import { createStage } from './stage.ts'

/** A live composition at work. */
export interface Studio {
  show(scene: LiveScene): void
  addTake(take: LiveTake): void
  endTake(streamId: string): void
  close(): Promise<void>
}

interface Reporting {
  readonly status: (status: LiveStatus) => void
  readonly trouble: (trouble: LiveTrouble) => void
}

/** Starts to compose, with nothing on stage yet. */
export function createStudio(options: LiveOptions, report: Reporting): Studio {
  const { ffmpeg, hls, rtmp, tracks, maxBitrate, delayMs = 2000 } = options
  const size = pictureSizeOf(options.resolution)
  const entryEvery = hls === undefined ? 2 : segmentSeconds(hls)
  const stage = createStage({ ffmpeg, size, onAge: (ms) => production.waitFor(ms) })
  const encoder = startEncoder({ ffmpeg, size, tracks, maxBitrate, entryEvery })
  const words = lastWords(encoder.process.stderr)
  const exited = once(encoder.process, 'close').catch(() => undefined)
  const outputs = [
    ...(hls === undefined
      ? []
      : [
          createHls(hls, {
            ffmpeg,
            report: (status) => report.status({ output: 'hls', status }),
          }),
        ]),
    ...rtmp.map((target) =>
      createRtmp(target, {
        ffmpeg,
        report: (status) => report.status({ output: 'rtmp', id: target.id, status }),
      }),
    ),
  ]
  encoder.output.on('data', (bytes: Buffer) => {
    for (const output of outputs) output.write(bytes)
  })
  const production = startProduction(stage, { inputs: encoder.inputs, size, delayMs })

  let isOver = false
  const fail = (trouble: LiveTrouble) => {
    if (!isOver) report.trouble(trouble)
    isOver = true
  }
  encoder.process.once('error', (error) => {
    fail({ code: 'ffmpeg-missing', message: startError(error).message })
  })
  encoder.process.once('close', () => {
    fail({ code: 'composing-failed', message: `FFmpeg could not go on: ${words()}` })
  })
  return {
    show: stage.show,
    addTake: stage.addTake,
    endTake: (streamId) => stage.endTake(streamId, Date.now()),
    close: async () => {
      isOver = true
      // An encoder that has ended takes nothing more.
      await Promise.race([production.finish(), exited])
      await exited
      await Promise.all([stage.close(), ...outputs.map((output) => output.close())])
    },
  }
}
