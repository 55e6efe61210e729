import { createLiveComposition } from '../composing/live/live-composition.ts'
import type { HlsTarget } from '../composing/live/messages.ts'
import type { MediaCommand } from '../media/command.ts'
import type { Broadcast } from '../session/broadcast/broadcast.ts'
import type { OutputStatus } from '../session/broadcast/output-status.ts'
import type { Scene } from '../session/film/scene.ts'
import { createReel } from './reel.ts'
import type { Recorded } from './studio.ts'
import { tracksOf } from './tracks.ts'

/** A broadcast on air: recordings that are composed while they grow. */
export interface Air {
  readonly folder: string
  show(scene: Scene | undefined, at: number): void
  recorded(event: Recorded): void
  lost(at: number): void
  /** Ends it when everything has been sent. */
  end(at: number): Promise<void>
  /** Ends it at once. */
  abandon(at: number): Promise<void>
}

interface AirOptions {
  /** For the recordings, the playlist and its segments; exists. */
  readonly folder: string
  readonly ffmpeg: string
  readonly route: (command: MediaCommand) => void
  readonly aired: (status: OutputStatus) => void
  readonly log: (line: string) => void
}

export function createAir(broadcast: Broadcast, options: AirOptions): Air {
  const { folder, ffmpeg, route, aired, log } = options
  const { outputs, resolution, maxBitrate } = broadcast
  const tracks = tracksOf(broadcast)
  const live = createLiveComposition({
    ffmpeg,
    resolution,
    tracks,
    ...(maxBitrate !== undefined && { maxBitrate }),
    ...(outputs.hls && { hls: { folder, mode: modeOf(outputs.hls) } }),
    rtmp: outputs.rtmp.map(({ id, serverUrl, streamName }) => ({
      id,
      url: `${serverUrl.replace(/\/$/, '')}/${streamName}`,
    })),
    onStatus: aired,
    onError: ({ message }) => log(`broadcast ${broadcast.id} failed: ${message}`),
  })
  const reel = createReel({
    folder,
    tracks,
    route,
    onTake: (take) => live.addTake(take),
    onTakeEnd: (streamId) => live.endTake(streamId),
  })
  return {
    folder,
    show: (scene, at) => {
      reel.show(scene, at)
      if (scene !== undefined) live.show({ ...scene, from: at })
    },
    recorded: reel.recorded,
    lost: reel.lost,
    end: async (at) => {
      const footage = reel.finish(at)
      await live.close()
      await footage
    },
    abandon: async (at) => {
      void reel.finish(at)
      await live.abandon()
    },
  }
}

function modeOf({ dvr, lowLatency }: NonNullable<Broadcast['outputs']['hls']>): HlsTarget['mode'] {
  if (dvr) return 'dvr'
  return lowLatency ? 'low-latency' : 'sliding'
}
