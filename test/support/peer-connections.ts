import type { Page } from 'playwright-core'

/** Lets `receivedAudioBytes` see the page's peer connections; call it before the page opens. */
export async function watchPeerConnections(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const peers: RTCPeerConnection[] = []
    Object.assign(globalThis, { peers })
    globalThis.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(configuration?: RTCConfiguration) {
        super(configuration)
        peers.push(this)
      }
    }
  })
}

/** Bytes of audio that have reached the page over all its peer connections. */
export function receivedAudioBytes(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { peers } = globalThis as unknown as { peers: RTCPeerConnection[] }
    const reports = await Promise.all(peers.map((peer) => peer.getStats()))
    const inbound = reports.flatMap((report) => [...report.values()] as Record<string, unknown>[])
    return inbound
      .filter(({ type, kind }) => type === 'inbound-rtp' && kind === 'audio')
      .reduce((sum, { bytesReceived }) => sum + Number(bytesReceived), 0)
  })
}
