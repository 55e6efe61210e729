import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isLoopback, namesLoopback } from './loopback.ts'

describe('a name', () => {
  it('is of this machine only when it can mean nothing else', () => {
    const own = ['localhost', 'LOCALHOST', 'a.localhost', '127.0.0.1', '127.9.9.9', '::1', '[::1]']
    for (const name of own) assert.ok(isLoopback(name), name)
    const others = ['', '0.0.0.0', '::', '10.0.0.1', 'localhost.evil.example', '127.0.0.1.nip.io']
    for (const name of others) assert.ok(!isLoopback(name), name)
  })

  it('is found in a Host and in an Origin header', () => {
    const own = ['localhost:4848', '127.0.0.1', '[::1]:80', 'http://localhost:5173']
    for (const header of own) assert.ok(namesLoopback(header), header)
    const others = ['', 'evil.example', 'https://evil.example', 'null', 'a b', '192.168.0.1:4848']
    for (const header of others) assert.ok(!namesLoopback(header), header)
  })
})
