import assert from 'node:assert/strict'
import { test } from 'node:test'
import { redact } from './redact.ts'

const canary = 'hunter2-c0ffee'

test('no form in which errors repeat secrets brings one into the log (SEC-35)', () => {
  for (const text of [
    `connect ECONNREFUSED postgres://rooms:${canary}@db.example:5432/rooms`,
    `redis://:${canary}@cache:6379 closed`,
    `postgres://rooms:p@${canary}@db.example/rooms`,
    `Authorization: Bearer ${canary}`,
    `authorization: Basic ${canary}`,
    `{"apiSecret":"${canary}"}`,
    `{"error":{"api_secret": "${canary}", "status": 403}}`,
    JSON.stringify(JSON.stringify({ apiSecret: canary })),
    `{ apiSecret: '${canary}' }`,
    `password=${canary}&user=ada`,
    `X-Signature: ${canary}`,
    `the ticket: ${canary}, and more`,
    `-----BEGIN PRIVATE KEY-----\nMIIE${canary}\n-----END PRIVATE KEY-----`,
    `-----BEGIN RSA PRIVATE KEY-----\nMIIE${canary}`,
    `eyJ${canary}.x.y`,
    `T1==${canary.replaceAll('-', '')}`,
    `?sig=${canary}&x`,
  ]) {
    assert.doesNotMatch(redact(text), /hunter2|c0ffee/, text)
  }
})

test('what is no secret stays', () => {
  for (const text of [
    'connect ECONNREFUSED 127.0.0.1:5432',
    'The Postgres of OT_STORE cannot be reached.',
    'GET https://api.opentok.com/v2/project/100/archive 403',
    'The token has expired.',
  ]) {
    assert.equal(redact(text), text)
  }
})
