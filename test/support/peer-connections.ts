import type { Page } from 'playwright-core'
import type { InPage } from './in-page.ts'

/** Lets `receivedAudioBytes` see the page's peer connections; call it before the page opens. */
export async function watchPeerConnections(page: Page): Promise<void> {
  await page.addInitScript(notePeerConnections)
}

/** What `watchPeerConnections` runs in a page; other drivers have their own way to run it first. */
export function notePeerConnections(): void {
  const peers: RTCPeerConnection[] = []
  Object.assign(globalThis, { peers })
  globalThis.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration)
      peers.push(this)
    }
  }
}

/** How many of the page's peer connections are connected. */
export function openPeerConnections(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { peers } = globalThis as unknown as { peers: RTCPeerConnection[] }
    return peers.filter(({ connectionState }) => connectionState === 'connected').length
  })
}

/** The names that the page's open peer connections have in ICE; a restart gives them new ones. */
export function iceUfrags(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { peers } = globalThis as unknown as { peers: RTCPeerConnection[] }
    return peers
      .filter(({ connectionState }) => connectionState === 'connected')
      .map((peer) => /a=ice-ufrag:(\S+)/.exec(peer.currentLocalDescription?.sdp ?? '')?.[1] ?? '')
  })
}

/** Resolves when one of the page's peer connections has made an offer, as it does to restart ICE. */
export function offersAgain(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const { peers } = globalThis as unknown as { peers: RTCPeerConnection[] }
        for (const peer of peers) {
          peer.addEventListener('signalingstatechange', () => {
            if (peer.signalingState === 'have-local-offer') resolve()
          })
        }
      }),
  )
}

/** What the page sends of its pictures at this moment. */
export async function outboundVideo(page: Page): Promise<{ layers: number; bytes: number }> {
  const sent = await statistics(page, 'outbound-rtp')
  const video = sent.filter(({ kind, active }) => kind === 'video' && active === true)
  const bytes = video.reduce((sum, { bytesSent }) => sum + Number(bytesSent), 0)
  return { layers: video.length, bytes }
}

/** Bytes of audio that have reached the page over all its peer connections. */
export async function receivedAudioBytes(page: InPage): Promise<number> {
  const received = await statistics(page, 'inbound-rtp')
  return received
    .filter(({ kind }) => kind === 'audio')
    .reduce((sum, { bytesReceived }) => sum + Number(bytesReceived), 0)
}

/** All statistics of one kind, of all the page's peer connections. */
export function statistics(page: InPage, wanted: string): Promise<Record<string, unknown>[]> {
  return page.evaluate(async (type) => {
    const { peers } = globalThis as unknown as { peers: RTCPeerConnection[] }
    const reports = await Promise.all(peers.map((peer) => peer.getStats()))
    const all = reports.flatMap((report) => [...report.values()] as Record<string, unknown>[])
    return all.filter((entry) => entry['type'] === type)
  }, wanted)
}
