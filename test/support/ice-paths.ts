import type { Page } from 'playwright-core'

/** The way that media goes: what this end is (`host`, `relay` …), how it reaches its relay, and what the other end is. */
export type Path = { local: string; relayProtocol: string; remote: string }

/** The ways that ICE chose, one for each of the page's peer connections that is open. */
export function chosenPaths(page: Page): Promise<Path[]> {
  return page.evaluate(async () => {
    const { peers } = globalThis as unknown as { peers: RTCPeerConnection[] }
    const open = peers.filter(({ connectionState }) => connectionState === 'connected')
    const reports = await Promise.all(open.map((peer) => peer.getStats()))
    return reports.map((report) => {
      const all = new Map(report as Map<string, Record<string, unknown>>)
      const transport = [...all.values()].find(({ type }) => type === 'transport')
      const pair = all.get(String(transport?.['selectedCandidatePairId']))
      const local = all.get(String(pair?.['localCandidateId']))
      const remote = all.get(String(pair?.['remoteCandidateId']))
      return {
        local: String(local?.['candidateType']),
        relayProtocol: String(local?.['relayProtocol']),
        remote: String(remote?.['candidateType']),
      }
    })
  })
}

export type Gathered = { candidates: string[]; errors: number[] }

/** What a page that may use relays only finds with these servers: the types of its candidates, and STUN error codes. */
export function gatherRelays(page: Page, iceServers: RTCIceServer[]): Promise<Gathered> {
  return page.evaluate(async (servers) => {
    const peer = new RTCPeerConnection({ iceServers: servers, iceTransportPolicy: 'relay' })
    const candidates: string[] = []
    const errors: number[] = []
    peer.addEventListener('icecandidateerror', ({ errorCode }) => errors.push(errorCode))
    const complete = new Promise<void>((resolve) => {
      peer.addEventListener('icecandidate', ({ candidate }) => {
        if (candidate === null) resolve()
        else if (candidate.candidate !== '') candidates.push(String(candidate.type))
      })
    })
    peer.createDataChannel('any')
    await peer.setLocalDescription()
    await complete
    peer.close()
    return { candidates, errors }
  }, iceServers)
}
