import assert from 'node:assert/strict'
import { test } from 'node:test'
import { project } from '../testing/example-account.ts'
import { createVideoApi } from '../video-api.ts'
import { pathPart } from './path.ts'

const hostile = [
  '../../project/999/archive',
  'a/b',
  'a\\b',
  '?sessionId=other',
  '#top',
  '%2e%2e%2f',
  '..%2f',
  ' ',
  '\u0000',
  'é',
  ';jsessionid=1',
  'a:b@evil.example',
]

test('no id can lead a request to another address', async () => {
  const asked: string[] = []
  const fetch = async (url: unknown) => {
    asked.push(new URL(String(url)).href)
    return Response.json({})
  }
  const video = createVideoApi({ ...project, fetch })
  for (const id of hostile) {
    await video.connections.disconnect(id, id)
    const { pathname, search, hash, host } = new URL(asked.pop() ?? '')
    assert.deepEqual([search, hash, host], ['', '', 'api.opentok.com'])
    const [, v2, kind, key, session, sessionId, connection, connectionId, ...rest] =
      pathname.split('/')
    assert.deepEqual(
      [v2, kind, key, session, connection],
      ['v2', 'project', '100', 'session', 'connection'],
    )
    assert.deepEqual([sessionId, connectionId, rest], [pathPart('id', id), pathPart('id', id), []])
    assert.equal(decodeURIComponent(sessionId ?? ''), id)
  }
})

test('what cannot be an id is refused before anything is sent', async () => {
  const video = createVideoApi({ ...project, fetch: () => assert.fail('it was sent') })
  for (const id of ['.', '..', '', 'x'.repeat(256), '\uD83D', undefined, null, 7, {}]) {
    const refused = { code: 'invalid-option', message: /archiveId/ }
    await assert.rejects(Reflect.apply(video.archives.get, undefined, [id]), refused)
    const nobody = { code: 'invalid-option', message: /sessionId|connectionId/ }
    await assert.rejects(
      Reflect.apply(video.connections.disconnect, undefined, ['1_x', id]),
      nobody,
    )
  }
})
