import { probe, type ProbeKeys } from './probe.ts'

addEventListener('message', ({ data }: MessageEvent<ProbeKeys>) => {
  void probe(data).then((report) => postMessage(report))
})
