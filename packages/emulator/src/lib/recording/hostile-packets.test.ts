import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { it } from 'node:test'
import * as fc from 'fast-check'
import { rtpPacket } from '../testing/fake-rtp.ts'
import { createStreamRecorder } from './stream-recorder.ts'

const packet = fc.record({
  sequence: fc.oneof(fc.nat(20), fc.nat(0xffff)),
  timestamp: fc.oneof(fc.nat(20_000), fc.nat(0xffff_ffff)),
  marker: fc.boolean(),
  ssrc: fc.nat(1),
  payload: fc.oneof(
    fc.array(fc.nat(255), { maxLength: 80 }),
    // Beginnings that are plausible, so that what follows is read.
    fc
      .tuple(
        fc.constantFrom(
          [0x10, 0, 0, 0, 0x9d, 0x01, 0x2a],
          [0x88, 0x11, 0x82, 0x49, 0x83, 0x42],
          [0x78, 0, 20, 0x67, 0x64],
          [0x38, 1, 0x10, 14, 0x08],
        ),
        fc.array(fc.nat(255), { maxLength: 2000, size: 'max' }),
      )
      .map(([start, rest]) => [...start, ...rest]),
  ),
})
const report = fc.record({
  sentAt: fc.double({ noNaN: true, min: 0, max: 2 ** 50 }),
  timestamp: fc.nat(),
})

for (const codec of ['VP8', 'VP9', 'H264', 'AV1'] as const) {
  it(`a recorder of ${codec} outlives whatever a sender sends`, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hostile-'))
    const kind = fc.constantFrom('audio' as const, 'video' as const)
    const step = fc.oneof(fc.tuple(kind, packet), fc.tuple(kind, report))
    const run = fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const tracks = { audio: { codec: 'opus' }, video: { codec } } as const
      const recorder = createStreamRecorder({ path: join(folder, 'file'), startedAt: 1e12, tracks })
      steps.forEach(([of, item], index) => {
        if ('sentAt' in item) recorder.report(of, item)
        else recorder.write(of, rtpPacket(item), 1e12 + index * 30)
      })
      const { size, durationMs } = await recorder.end()
      assert.ok(size >= 2048 && Number.isFinite(durationMs))
    })
    await fc.assert(run, { numRuns: 100 })
    await rm(folder, { recursive: true })
  })
}
