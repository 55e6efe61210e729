import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { visitorName } from '../../packages/backend/src/lib/visitors/visitor-name.ts'
import { shownName } from '../../packages/room/src/lib/opentok/connection-data.ts'

const namesPhp = join(import.meta.dirname, '../../apps/wordpress/plugin/includes/names.php')

/** Cleans a JSON list of names with the plugin. */
const program = `namespace OtRoom;
require $argv[1];
echo json_encode(array_map(fn($name) => readable($name), json_decode(stream_get_contents(STDIN))));`

test('plugin, backend and room clean a name alike', () => {
  const between = Array.from({ length: 0x11_0000 }, (_, code) => code)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => `A${String.fromCodePoint(code)}b`)
    .filter((name) => name.normalize('NFC') === name && !/[\p{Cn}\p{Co}]/u.test(name))
  const written = ['می‌روم', '👩‍💻 Kim', '❤️ Ada', 'ক্‍ষ', 'র\u200D্যাব', '\u200DAda\u200C \u200D']
  const names = [...between, ...written].map((name) => name.normalize('NFC'))
  const plugin: unknown = JSON.parse(
    execFileSync('php', ['-r', program, '--', namesPhp], {
      input: JSON.stringify(names),
      maxBuffer: 2 ** 28,
      encoding: 'utf8',
    }),
  )
  assert.ok(Array.isArray(plugin) && names.length > 100_000)
  const different = names.filter(
    (name, index) => visitorName(name) !== plugin[index] || shownName(name) !== plugin[index],
  )
  assert.deepEqual(
    different.map((name) => escape(name)),
    [],
  )
})
