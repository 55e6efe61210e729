// `npm start`: the whole product on this machine - a Video platform, a backend that uses it, a page that shows it.
import { parseArgs } from 'node:util'
import { startStack } from './stack.ts'
import { onceStopped } from './stopped.ts'

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } })
const stack = await startStack(process.env).catch((error: unknown) => {
  process.stderr.write(
    `ot-room did not start: ${error instanceof Error ? error.message : String(error)}\n`,
  )
  process.exit(1)
})

if (values.json) process.stdout.write(`${JSON.stringify(stack.addresses)}\n`)
else process.stdout.write(welcome())

await onceStopped()
await stack.close()
process.exit(0)

function welcome(): string {
  const { demo, backend, emulator } = stack.addresses
  return `
  ot-room is running on this machine.

    demo      ${demo}      open it in two tabs and join
    as a host ${stack.hostPage}
    backend   ${backend}
    ${emulator ? `emulator  ${emulator}      look inside` : 'platform  your account, as the environment says'}
${emulator ? '\n  The emulator is for development and tests, never for production.\n' : ''}
  Ctrl-C ends all of it.

`
}
