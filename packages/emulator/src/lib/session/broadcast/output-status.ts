import type { Broadcast } from './broadcast.ts'

/** How an output of a broadcast is, in the platform's words. */
export type OutputStatus =
  | { readonly output: 'hls'; readonly status: 'connecting' | 'ready' | 'live' | 'ended' | 'error' }
  | { readonly output: 'rtmp'; readonly id: string; readonly status: RtmpStatus }

export type RtmpStatus = 'connecting' | 'live' | 'offline' | 'error'

/** The broadcast with what one of its outputs has come to; the same one when that is no news. */
export function noteStatus(broadcast: Broadcast, said: OutputStatus, at: number): Broadcast {
  const { state } = broadcast
  if (state.type === 'stopped') return broadcast
  if (said.output === 'rtmp') {
    if (broadcast.rtmpStatuses.get(said.id) === said.status) return broadcast
    const rtmpStatuses = new Map(broadcast.rtmpStatuses).set(said.id, said.status)
    const isFirst = broadcast.outputs.hls === undefined && said.status === 'live'
    const next =
      isFirst && state.type !== 'live' ? ({ ...state, type: 'live', since: at } as const) : state
    return { ...broadcast, rtmpStatuses, state: next }
  }
  if (said.status === 'ended' || said.status === state.type) return broadcast
  return { ...broadcast, state: { ...state, type: said.status, since: at } }
}
