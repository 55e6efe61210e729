import type { Readable } from 'node:stream'

const most = 600

/** Reads what a process says and returns, when asked, the end of it on one line; addresses are left out, they may hold secrets. */
export function lastWords(stream: Readable): () => string {
  let said = ''
  stream.setEncoding('utf8')
  stream.on('data', (words: string) => {
    said = (said + words).slice(-4 * most)
  })
  return () => withoutAddresses(said).trim().replace(/\s+/g, ' ').slice(-most) || 'it says nothing'
}

function withoutAddresses(words: string): string {
  return words.replace(/\b[a-z][a-z\d+.-]*:\/\/[^\s'"]*/gi, '(address)')
}
