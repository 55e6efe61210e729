import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readArguments } from './arguments.ts'

describe('the command line', () => {
  it('has a default for everything', () => {
    assert.deepEqual(readArguments([]), {
      help: false,
      json: false,
      host: '127.0.0.1',
      port: 4848,
      allowRemote: false,
      allowedHosts: [],
      projects: [],
      applications: [],
      seedFile: undefined,
      iceServers: undefined,
      turn: 'auto',
      turnProgram: undefined,
      mediaPort: 0,
      mediaRouter: 'on',
      ffmpeg: 'ffmpeg',
      archiveFolder: undefined,
    })
  })

  it('names any number of projects and applications', () => {
    const line = '--project 1:a:b --project 2:c --application id:C:/key.pem'
    const { projects, applications } = readArguments(line.split(' '))
    assert.deepEqual(projects, [
      { apiKey: '1', apiSecret: 'a:b' },
      { apiKey: '2', apiSecret: 'c' },
    ])
    assert.deepEqual(applications, [{ applicationId: 'id', keyFile: 'C:/key.pem' }])
  })

  it('names any number of ICE servers', () => {
    const line = '--ice-server stun:a --ice-server turn:b?transport=tcp,1:me,c,d= --turn off'
    const { iceServers, turn } = readArguments(line.split(' '))
    assert.deepEqual(iceServers, [
      { urls: 'stun:a' },
      { urls: 'turn:b?transport=tcp', username: '1:me', credential: 'c,d=' },
    ])
    assert.equal(turn, 'off')
  })

  it('is refused when it cannot be meant', () => {
    const ports = ['--port x', '--port 65536', '--port=-1', '--port=', '--port']
    const pairs = ['--project 1', '--project :a', '--project 1:', '--application x']
    const others = [
      '--allow-host http://x',
      '--allow-host x:1',
      '--turn on',
      '--unknown',
      'positional',
      '--json=yes',
    ]
    for (const line of [...ports, ...pairs, ...others]) {
      assert.throws(() => readArguments(line.split(' ')), TypeError, line)
    }
  })
})
