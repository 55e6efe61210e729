import { generateKeyPairSync } from 'node:crypto'

/** A made-up OpenTok project. */
export const project = { apiKey: '100', apiSecret: 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00' }

/** A session id of that project, in the shape real ones have. */
export const sessionId = `1_${Buffer.from('1~100~~1726462588647~abcdefghijklmnopqrstuvwx~P~~').toString('base64url')}`

const pair = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})

/** A made-up Vonage application, and the public half of its key. */
export const application = {
  applicationId: '29f760f8-7ce1-46c9-ade3-f2dedee4ed5f',
  privateKey: pair.privateKey,
}
export const applicationPublicKey = pair.publicKey
