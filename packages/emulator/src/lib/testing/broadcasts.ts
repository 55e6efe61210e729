import { defaultLayout } from '../session/composition/layout.ts'
import type { BroadcastChoices } from '../session/broadcast/broadcast.ts'
import type { StartBroadcast } from '../session/broadcast/message.ts'
import type { Outcome } from '../session/outcome.ts'

/** What starts a broadcast over HLS and to one RTMP server. */
export function airing(broadcast: string, differing: Differing = {}): StartBroadcast {
  const { streamMode = 'auto', ...choices } = differing
  return {
    type: 'start-broadcast',
    broadcast,
    streamMode,
    choices: {
      outputs: {
        hls: { url: 'http://127.0.0.1/playlist.m3u8', dvr: false, lowLatency: false },
        rtmp: [{ id: 'r', serverUrl: 'rtmp://127.0.0.1/app', streamName: 'name' }],
      },
      layout: defaultLayout,
      resolution: '640x480',
      maxDuration: 14_400,
      hasAudio: true,
      hasVideo: true,
      tag: '',
      ...choices,
    },
  }
}

type Differing = Partial<BroadcastChoices & Pick<StartBroadcast, 'streamMode'>>

/** What the owner was told of broadcasts as short lines: `status HLS RTMP`. */
export function airedIn({ effects }: Outcome): readonly string[] {
  return effects.flatMap((effect) => {
    if (effect.type !== 'callback' || effect.group !== 'broadcast') return []
    const { status, broadcastUrls } = effect.body as unknown as Told
    const { hlsStatus, rtmp } = broadcastUrls ?? {}
    return [[status, hlsStatus, rtmp?.[0]?.status].filter(Boolean).join(' ')]
  })
}

interface Told {
  readonly status: string
  readonly broadcastUrls: {
    readonly hlsStatus?: string
    readonly rtmp?: readonly { readonly status: string }[]
  } | null
}
