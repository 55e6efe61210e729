import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { promisify } from 'node:util'
import { decode } from '../testing/ffmpeg.ts'
import { rtpOf } from '../testing/ffmpeg-rtp.ts'
import { writeIndividualArchive } from './individual-archive.ts'
import type { RecordedFile } from './recorded-file.ts'
import { createStreamRecorder } from './stream-recorder.ts'

const createdAt = 1_700_000_000_000
const archive = { id: 'a-1', name: 'Lesson', sessionId: '2_s', projectId: '123456', createdAt }

describe('an individual archive', () => {
  let folder = ''
  before(async () => (folder = await mkdtemp(join(tmpdir(), 'archive-'))))
  after(() => rm(folder, { recursive: true }))

  async function record(name: string, startedAt: number) {
    const path = join(folder, name)
    const recorder = createStreamRecorder({ path, startedAt, tracks: { audio: { codec: 'opus' } } })
    const sent = await rtpOf({ audio: 'sine=sample_rate=48000', length: 1 })
    for (const { kind, packet, sentAt } of sent) recorder.write(kind, packet, startedAt + sentAt)
    return recorder.end()
  }

  it('is a ZIP file of a recording for each stay of a stream, and a manifest', async () => {
    const connectionData = '{"name":"Zoë"}'
    const about = { streamId: 's-1', connectionData, videoType: 'camera' }
    const first = await record('first', createdAt + 500)
    const again = await record('again', createdAt + 9000)
    const path = join(folder, 'archive.zip')
    const streams = [
      { ...about, file: first },
      { ...about, file: again },
    ]
    const { size } = await writeIndividualArchive(path, { archive, streams })
    assert.equal(size, (await readFile(path)).length)

    const unpacked = join(folder, 'unpacked')
    await promisify(execFile)('unzip', ['-q', path, '-d', unpacked])
    assert.deepEqual(await readdir(unpacked), ['a-1.json', 's-1-1.webm', 's-1.webm'])
    const played = await decode(join(unpacked, 's-1-1.webm'))
    assert.equal(played.complaints, '')
    assert.equal(played.audio.length, 51)
    const manifest: unknown = JSON.parse(await readFile(join(unpacked, 'a-1.json'), 'utf8'))
    const stay = (filename: string, at: number, file: RecordedFile) => {
      const [size, stopTimeOffset] = [file.size, at + Math.round(file.durationMs)]
      return {
        connectionData,
        streamId: 's-1',
        filename,
        size,
        startTimeOffset: at,
        stopTimeOffset,
      }
    }
    const files = [stay('s-1.webm', 500, first), stay('s-1-1.webm', 9000, again)]
    assert.deepEqual(manifest, { ...archive, files })
  })

  it('without any recording has its manifest still', async () => {
    const path = join(folder, 'empty.zip')
    await writeIndividualArchive(path, { archive, streams: [] })
    const { stdout } = await promisify(execFile)('unzip', ['-l', path])
    assert.match(stdout, /a-1\.json/)
  })

  it('fails when a recording is not there', async () => {
    const file = await record('gone', createdAt)
    await rm(file.path)
    const stream = { streamId: 's-1', connectionData: '', videoType: 'camera', file }
    const path = join(folder, 'failed.zip')
    await assert.rejects(writeIndividualArchive(path, { archive, streams: [stream] }), /ENOENT/)
  })
})
