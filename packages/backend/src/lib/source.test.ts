import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '../../../..')
const sources = globSync(['packages/{backend,video-api}/src/**/*.ts'], { cwd: root })
  .filter((file) => !/\.test\.ts$|\/testing\/|\/fake\//.test(file))
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))

/** Comparisons with something that is not empty and not a type, of what should be compared in constant time. */
function hasty(text: string): readonly string[] {
  const secret = String.raw`[\w.]*(?:secret|signature|digest|ticket|hash|nonce|password)s?\b`
  const fixed = String.raw`(?!undefined|null|'\w*'|typeof)`
  return [
    ...text.matchAll(new RegExp(String.raw`\b${secret} *[!=]==?(?!=) *${fixed}\S+`, 'gi')),
    ...text.matchAll(new RegExp(String.raw`[\w.)]+ *[!=]==?(?!=) *${secret}`, 'gi')),
  ]
    .map(([found]) => found)
    .filter((found) => !found.startsWith('undefined'))
}

test('no secret is compared by a comparison that ends at the first difference (SEC-34)', () => {
  assert.deepEqual(hasty('guest.ticket === ticket').length > 0, true)
  assert.deepEqual(hasty("if (secret !== '' && hash === undefined)"), [])
  const found = sources.flatMap(({ file, text }) => hasty(text).map((one) => `${file}: ${one}`))
  // The part of a URL behind its "#" is called hash, and is none.
  assert.deepEqual(
    found.filter((line) => !/url\.hash/.test(line)),
    [],
  )
})

/** The regular expressions that are written down in a text. */
function patterns(text: string): readonly RegExp[] {
  const literal =
    /(?<=[=(,:?|&!\s])\/(?![/*])((?:\[(?:\\.|[^\]\\\n])*\]|\\.|[^/\\[\n])+)\/([dgimsuvy]*)(?=[\s.,;)])/g
  const code = text.replaceAll(/^\s*(?:\/\/|\*|\/\*).*$/gm, '')
  return [...code.matchAll(literal)].flatMap(([, source = '', flags = '']) => {
    try {
      return new RegExp(source, flags.replaceAll(/[gy]/g, ''))
    } catch {
      return []
    }
  })
}

/** How long each text takes: the least of several times in turn, so that all meet the same machine; in milliseconds. */
function least(pattern: RegExp, texts: readonly string[]): readonly number[] {
  const rounds = Array.from({ length: 7 }, () =>
    texts.map((text) => {
      const started = performance.now()
      pattern.test(text)
      return performance.now() - started
    }),
  )
  return texts.map((_, index) => Math.min(...rounds.map((times) => times[index] ?? Infinity)))
}

test('no regular expression takes more than a time in proportion to what it reads (SEC-40)', () => {
  const pieces = ['a', ' ', '.', '-', '%', '0', '=', 'a-', '1.', 'eyJ', '\u200D', '::']
  const long = (piece: string, length: number) => piece.repeat(length / piece.length)
  // In proportion is four times as long; its square, sixteen.
  const grows = (pattern: RegExp) =>
    pieces.find((piece) => {
      const texts = [3000, 12_000].map((length) => `${long(piece, length)}\u0000`)
      const [short, longer] = least(pattern, texts)
      return (longer ?? 0) > 9 * Math.max(short ?? 0, 0.2)
    })
  assert.equal(grows(/\s+$/), ' ')
  const all = sources.flatMap(({ file, text }) =>
    patterns(text).map((pattern) => ({ file, pattern })),
  )
  assert.ok(all.length > 30, `${all.length}`)
  const slow = all.flatMap(({ file, pattern }) => {
    const piece = grows(pattern)
    return piece === undefined ? [] : [`${file}: ${pattern} on ${JSON.stringify(piece)}`]
  })
  assert.deepEqual(slow, [])
})

test('the backend brings hono, jose and ipaddr.js, which bring nothing, run nothing at their installation and are locked by a digest (SEC-47)', () => {
  const read = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'))
  const { dependencies } = read('packages/backend/package.json')
  assert.deepEqual(Object.keys(dependencies), ['@ot-room/video-api', 'hono', 'ipaddr.js', 'jose'])
  assert.deepEqual(Object.keys(read('packages/video-api/package.json').dependencies), ['jose'])
  const lock = readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8')
  for (const name of ['hono', 'jose', 'ipaddr.js']) {
    assert.match(dependencies[name], /^\d+\.\d+\.\d+$/)
    const brought = read(`packages/backend/node_modules/${name}/package.json`)
    assert.deepEqual(brought.dependencies ?? {}, {})
    for (const when of ['preinstall', 'install', 'postinstall']) {
      assert.equal(brought.scripts?.[when], undefined)
    }
    const entry = String.raw`${name}@${dependencies[name]}:\s+resolution: \{integrity: sha512-`
    assert.match(lock, new RegExp(entry))
  }
})
